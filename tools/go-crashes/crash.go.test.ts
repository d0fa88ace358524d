import { beforeAll, describe, expect, test } from 'vitest';
import { crashPrograms } from './crash.mjs';
import { judgeText } from './judge-text.js';
import { allPrograms } from './marks.mjs';

/** Fifty programs link in half a minute; the standard library of a fresh cache takes minutes on two cores. */
const crashTimeoutMs = 600_000;
const names = allPrograms()
  .filter(({ kinds }) => !kinds.includes('none'))
  .map(({ name }) => name);

describe('every program, built and crashed with the Go of this machine', () => {
  let crashes: Awaited<ReturnType<typeof crashPrograms>> = [];
  const unmarked: string[] = [];

  beforeAll(async () => {
    crashes = await crashPrograms({ names }, ({ program, cause }) =>
      unmarked.push(`${program}: ${String(cause)}`),
    );
  }, crashTimeoutMs);

  test('dies as its marks say', () => {
    expect(unmarked).toEqual([]);
    expect(crashes.length).toBeGreaterThan(40);
  });

  test('is read with its kind, role and line', () => {
    const honest = crashes.filter(
      ({ truth }) => truth.kind.startsWith('map_') && truth.kind !== 'map_unknown',
    );
    expect(honest.length).toBeGreaterThan(25);
    const read = honest.map(({ program, text }) => {
      const [crash] = judgeText(text);
      return [program, crash?.kind, crash?.confirmed, crash?.crashing?.function, crash?.crashing?.line];
    });
    expect(read).toEqual(
      honest.map(({ program, truth }) => [
        program,
        truth.kind,
        true,
        truth.crashing?.function,
        truth.crashing?.line,
      ]),
    );
  });

  test('is never believed where its text is forged', () => {
    const forged = crashes.filter(({ truth }) => truth.forged);
    expect(forged.length).toBeGreaterThan(4);
    const believed = forged.filter(({ text }) =>
      judgeText(text).some(({ kind, confirmed }) => confirmed && /^(?:map|race)_/.test(kind)),
    );
    expect(believed.map(({ program }) => program)).toEqual([]);
  });
});
