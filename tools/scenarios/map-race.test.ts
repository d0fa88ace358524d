import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { verifyDocument } from '@faultline/verify';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../apps/cli/src/output/sha256.js';
import { tell } from '../map-race/story.mjs';
import { analyseEvents, readPaths } from './analyse-paths.js';

const scenario = fileURLToPath(new URL('../../scenarios/map-race', import.meta.url));
const timeoutMs = 60_000;
const answerOf = async (folder: string) =>
  analyseEvents(await readPaths([path.join(scenario, folder)])).analysis;

describe('the bundled service with a racing map', () => {
  const analysis = answerOf('records');
  const truth = tell(false).answer.incident;

  test('is one incident of high severity about the service, with the racing function first', async () => {
    const { incidents } = await analysis;
    expect(incidents).toHaveLength(1);
    expect(incidents[0]?.severity).toBe(truth?.severity);
    expect(incidents[0]?.impacts.map(({ entity }) => `${entity.kind} ${entity.key}`)).toEqual([
      'service storefront',
    ]);
    const [root] = incidents[0]?.rootCauses ?? [];
    expect(root?.entity.key).toBe(`storefront/${String(truth?.root.function)}`);
    expect(root?.verdict).toBe('PROBABLE');
  });

  test('joins both deaths by one defect', async () => {
    const [incident] = (await analysis).incidents;
    const kinds = incident?.chain.entities.map(({ kind }) => kind) ?? [];
    expect(kinds.filter((kind) => kind === 'crash')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'defect')).toHaveLength(1);
    expect(kinds).toContain('request');
  });

  test('accuses no address', async () => {
    const [incident] = (await analysis).incidents;
    for (const root of incident?.rootCauses.slice(1) ?? []) expect(root.verdict).toBe('INSUFFICIENT');
  });

  test('says which route lets anybody in, and calls it possible, not an attack', async () => {
    const [incident] = (await analysis).incidents;
    expect(incident?.impacts[0]?.why).toContain(truth?.openRoute);
    const reached = incident?.controls.filter(({ attack }) => attack.includes('T1499.004')) ?? [];
    expect(reached.length).toBeGreaterThan(0);
  });

  test('is accepted by separate code', async () => {
    const report = verifyDocument(JSON.parse(JSON.stringify(await analysis)), { sha256 });
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  });
});

test(
  'the twin gives no incident, and says what only looked like a crash',
  { timeout: timeoutMs },
  async () => {
    const { incidents, unknowns } = await answerOf('benign');
    expect(incidents).toEqual([]);
    expect(unknowns.map(({ what }) => what).join('\n')).toContain('like a crash of a Go program');
  },
);

test('records and twin are what the generator writes', () => {
  for (const benign of [false, true])
    for (const { name, lines } of tell(benign).files) {
      const file = path.join(scenario, benign ? 'benign' : 'records', `${name}.gz`);
      expect(existsSync(file)).toBe(true);
      expect(gunzipSync(readFileSync(file)).toString()).toBe(`${lines.join('\n')}\n`);
    }
});
