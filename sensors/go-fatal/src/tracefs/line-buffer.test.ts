import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineBuffer } from './line-buffer.js';

test('gives the same lines however the text is cut', () => {
  const text = fc.array(
    fc.string({ maxLength: 20 }).filter((line) => !line.includes('\n')),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (lines, size) => {
      const whole = lines.map((line) => `${line}\n`).join('');
      const buffer = new LineBuffer();
      const got: string[] = [];
      for (let at = 0; at < whole.length; at += size) got.push(...buffer.add(whole.slice(at, at + size)));
      expect(got).toEqual(lines);
    }),
  );
});

test('gives up a line that does not end', () => {
  const buffer = new LineBuffer();
  for (let chunk = 0; chunk < 1_000; chunk += 1) expect(buffer.add('x'.repeat(1_000))).toEqual([]);
  expect(buffer.add('\nnext\n').at(-1)).toBe('next');
});
