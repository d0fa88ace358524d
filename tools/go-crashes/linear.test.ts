import { afterAll, expect, test } from 'vitest';
import { startStepCounter } from './count-steps.js';
import { growingTexts } from './growing-texts.js';

const counter = await startStepCounter();
const { judgeText } = await import('./judge-text.js');
const linesOnce = 2_000;

afterAll(counter.stop);

test('the counter sees a loop within a loop as what it is', async () => {
  const line = growingTexts['headers']?.(1)[0] ?? '';
  const square = (count: number) => (): void => {
    for (let lines = 0; lines < count; lines++) judgeText(`${line}\n`.repeat(lines));
  };
  await counter.steps(square(50));
  const [once, twice] = [await counter.steps(square(50)), await counter.steps(square(100))];
  expect(twice).toBeGreaterThan(3 * once);
});

test.each(Object.entries(growingTexts))(
  'a text takes steps in proportion to its lines: %s',
  async (_, lines) => {
    const steps = (count: number): Promise<number> => counter.steps(() => judgeText(lines(count).join('\n')));
    const [once, twice] = [await steps(linesOnce), await steps(2 * linesOnce)];
    expect(once).toBeGreaterThan(linesOnce);
    // Twice, and a little for what is done once in a while.
    expect(twice / once).toBeLessThan(2.3);
  },
);
