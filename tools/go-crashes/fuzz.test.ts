import process from 'node:process';
import { createDumpReader, dumpLimits } from '@faultline/crash';
import { describe, expect, test } from 'vitest';
import { stream } from '../forged-tokens/random.mjs';
import { countSteps } from './count-steps.js';
import { fuzzed } from './fuzzed.js';
import { judgeText } from './judge-text.js';
import { corpusDumps } from './mutations/corpus-dump.js';

/** CI gives a minute; elsewhere a number of cases, so that the same run is the same. */
const secondsDefault = process.env['CI'] === 'true' ? 60 : 0;
const fuzzMs = Number(process.env['FAULTLINE_FUZZ_SECONDS'] ?? secondsDefault) * 1_000;
const casesMin = 400;
const seed = Number(process.env['FAULTLINE_FUZZ_SEED'] ?? 4711);
/** Large dumps say nothing that small ones do not, and take the time of hundreds. */
const charsMax = 20_000;
const texts = corpusDumps()
  .map(({ text }) => text)
  .filter((text) => text.length <= charsMax);

/** Shapes that grow with the number of lines: what an attacker would send to make a reader slow or large. */
const growing: Readonly<Record<string, (lines: number) => readonly string[]>> = {
  headers: (lines) => Array.from({ length: lines }, (_, id) => `goroutine ${id} [running]:`),
  frames: (lines) => [
    'goroutine 1 [running]:',
    ...Array.from({ length: lines }, (_, n) => `main.f${n}(0x1)`),
  ],
  messages: (lines) => Array.from({ length: lines }, () => 'fatal error: concurrent map writes'),
  panics: (lines) => Array.from({ length: lines }, (_, n) => `panic: ${n}`),
  reports: (lines) =>
    Array.from({ length: lines }, (_, n) =>
      n % 2 ? 'WARNING: DATA RACE' : 'Write at 0x00c0 by goroutine 7:',
    ),
  services: (lines) =>
    Array.from({ length: lines }, (_, n) => `s${n}-1  | fatal error: concurrent map writes`),
  partials: (lines) => Array.from({ length: lines }, () => '2026-11-26T02:00:00.1Z stderr P goroutine'),
  quotes: (lines) => Array.from({ length: lines }, () => '"fatal error: concurrent map writes'),
  braces: (lines) => Array.from({ length: lines }, () => '{"log":"fatal error: {"'),
};

describe('the reader of dumps on broken input', () => {
  test(
    'gives an answer to every mutated dump',
    () => {
      const end = performance.now() + fuzzMs;
      let cases = 0;
      for (; cases < casesMin || performance.now() < end; cases++) {
        const random = stream(seed, `fuzz/${cases}`);
        const text = fuzzed(random.pick(texts), texts, random);
        try {
          judgeText(text);
        } catch (cause) {
          throw new Error(`case ${cases} of seed ${seed}: ${JSON.stringify(text.slice(0, 2_000))}`, {
            cause,
          });
        }
      }
      expect(cases).toBeGreaterThanOrEqual(casesMin);
    },
    120_000 + fuzzMs,
  );

  test.each(Object.entries(growing))('takes steps in proportion to the lines: %s', async (_, lines) => {
    const read = (count: number): Promise<number> => countSteps(() => judgeText(lines(count).join('\n')));
    await read(200);
    const [once, twice] = [await read(2_000), await read(4_000)];
    expect(once).toBeGreaterThan(2_000);
    expect(twice).toBeLessThan(2.5 * once);
  });

  test.each(Object.entries(growing))('holds no more than its limits allow: %s', (_, lines) => {
    const reader = createDumpReader({ limits: { goroutinesMax: 100, streamsMax: 16 } });
    for (const [at, line] of lines(20_000).entries()) reader.push(line, at + 1);
    // A state of a hundred goroutines with all their frames is below this; one that grew with the lines would be above.
    expect(JSON.stringify(reader.state()).length).toBeLessThan(2_000_000);
  });

  test('cuts a line that never ends', () => {
    const reader = createDumpReader();
    reader.push(`panic: ${'x'.repeat(5_000_000)}`, 1);
    expect(JSON.stringify(reader.state()).length).toBeLessThan(8 * dumpLimits.lineCharsMax);
  });
});
