import { expect, test } from 'vitest';
import { lastLines } from './last-lines.js';

test('keeps the end of a long log, and cuts a line that has none', () => {
  const log = `${Array.from({ length: 1000 }, (_, n) => `line ${n}`).join('\n')}\n${'x'.repeat(100_000)}\n\n`;
  const lines = lastLines(log).split('\n');
  expect(lines).toHaveLength(40);
  expect(lines.at(-2)).toBe('line 999');
  expect(lines.at(-1)).toBe('x'.repeat(500));
});

test('hides the log-in of an address, also where the cut falls into it', () => {
  expect(lastLines('from https://reader:hush@mirror.invalid/x and http://plain.invalid/a@b')).toBe(
    'from https://***@mirror.invalid/x and http://plain.invalid/a@b',
  );
  expect(lastLines(`${'y'.repeat(480)} https://reader:hush-hush-hush@mirror.invalid`)).not.toContain('hush');
});
