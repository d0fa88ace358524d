import { expect, test } from 'vitest';
import process from 'node:process';
import { printTable } from '../scenarios/print-table.js';
import { expressionFloor } from './floors/expression-floor.js';
import { noScore, withCase, type FloorAnswer } from './floors/floor.js';
import { buildPanicparse } from './floors/panicparse.js';
import { judgeText } from './judge-text.js';
import { corpusCases } from './mutations/corpus.js';

const seed = 2611;
const measureTimeoutMs = 600_000;
const share = (right: number, asked: number): string => `${((100 * right) / asked).toFixed(2)} %`;

/** Our answer, asked only what a floor can be asked. */
function asFloor(text: string): FloorAnswer {
  const maps = judgeText(text).filter(({ kind }) => kind.startsWith('map_'));
  const found = maps.find(({ confirmed }) => confirmed) ?? maps[0];
  const place = found?.crashing ?? undefined;
  return {
    believed: found?.confirmed ?? false,
    kind: found?.kind,
    function: place && decodeURIComponent(place.function),
    file: undefined,
    line: place?.line ?? undefined,
  };
}

test(
  'finds more than panicparse 2.5.0 and an expression do in the same texts',
  async (context) => {
    const panicparse = buildPanicparse();
    if ('failure' in panicparse) {
      if (process.env['CI'] === 'true') throw new Error(panicparse.failure);
      return context.skip(`panicparse was not built, so it was not measured: ${panicparse.failure}`);
    }
    try {
      // Every third text: enough for two digits, and a third of the time.
      const cases = [...corpusCases(seed)].filter((_, place) => place % 3 === 0);
      const texts = cases.map(({ text }) => text);
      const readers = {
        faultline: texts.map(asFloor),
        'panicparse 2.5.0': await panicparse.answers(texts),
        expression: texts.map(expressionFloor),
      };
      const scores = Object.entries(readers).map(([reader, answers]) => {
        const score = cases.reduce((sum, each, place) => {
          const answer = answers[place];
          return answer === undefined ? sum : withCase(sum, each, answer);
        }, noScore);
        return { reader, score };
      });
      printTable(
        `Map fatals in ${cases.length} texts, seed ${seed}`,
        scores.map(({ reader, score }) => ({
          reader,
          kind: share(score.right.kind, score.asked.kind),
          site: share(score.right.site, score.asked.site),
          'forgeries believed': score.forgeriesBelieved,
        })),
      );
      const [ours, ...floors] = scores;
      for (const { score } of floors) {
        expect(ours?.score.right.kind).toBeGreaterThan(score.right.kind);
        expect(ours?.score.right.site).toBeGreaterThan(score.right.site);
      }
    } finally {
      panicparse.remove();
    }
  },
  measureTimeoutMs,
);
