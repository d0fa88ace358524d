import process from 'node:process';
import { createDumpReader, dumpLimits } from '@faultline/crash';
import { describe, expect, test } from 'vitest';
import { stream } from '../forged-tokens/random.mjs';
import { fuzzed } from './fuzzed.js';
import { growingTexts } from './growing-texts.js';
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

  test.each(Object.entries(growingTexts))('holds no more than its limits allow: %s', (_, lines) => {
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
