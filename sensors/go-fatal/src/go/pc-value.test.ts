import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pcValue } from './pc-value.js';

interface Run {
  readonly value: number;
  readonly length: number;
}

function uvarint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}

/** As cmd/internal/obj/pcln.go writes it: zigzag of the change, then the length of the run. */
function encoded(runs: readonly Run[]): Buffer {
  let before = -1;
  const bytes = runs.flatMap(({ value, length }) => {
    const change = value - before;
    before = value;
    return [...uvarint(change < 0 ? -change * 2 - 1 : change * 2), ...uvarint(length)];
  });
  return Buffer.from([...bytes, 0]);
}

test('reads the table that obj/pcln.go describes', () => {
  const table = encoded([
    { value: 22, length: 5 },
    { value: 20, length: 300 },
    { value: -1, length: 1 },
  ]);
  expect([0, 4, 5, 304, 305].map((offset) => pcValue(table, 0, offset))).toEqual([22, 22, 20, 20, -1]);
  expect(pcValue(table, 0, 306)).toBeNull();
});

test('a first value of -1 is a change of 0 and no end', () => {
  expect(pcValue(Buffer.from([0, 7, 0]), 0, 3)).toBe(-1);
});

test('gives back what was written, wherever the table starts', () => {
  const run = fc.record({
    value: fc.integer({ min: -1, max: 100_000 }),
    length: fc.integer({ min: 1, max: 5_000 }),
  });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 30 }), fc.nat(20), fc.nat(), (all, start, seed) => {
      // Neighbours with one value are one run: a change of 0 ends a table.
      const runs = all.filter(({ value }, at) => value !== (at === 0 ? -1 : all[at - 1]?.value));
      const total = runs.reduce((sum, { length }) => sum + length, 0);
      if (total === 0) return;
      const offset = seed % total;
      let end = 0;
      const expected = runs.find(({ length }) => (end += length) > offset)?.value;
      const table = Buffer.concat([Buffer.alloc(start, 0x81), encoded(runs)]);
      expect(pcValue(table, start, offset)).toBe(expected);
    }),
  );
});

test('any bytes give a number or nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(250), fc.nat(), (bytes, start, offset) => {
      const value = pcValue(Buffer.from(bytes), start, offset);
      expect(value === null || Number.isInteger(value)).toBe(true);
    }),
  );
});

test('a table of empty runs ends at a bound', () => {
  expect(pcValue(Buffer.alloc(400_000, Buffer.from([2, 0])), 0, 1)).toBeNull();
});
