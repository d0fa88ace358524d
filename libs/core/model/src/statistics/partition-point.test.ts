import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partitionPoint } from './partition-point.js';

it('counts what a scan counts, repeats and both ends included', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 9 })),
      fc.integer({ min: -10, max: 10 }),
      (items, limit) => {
        const sorted = [...items].sort((a, b) => a - b);
        expect(partitionPoint(sorted, (item) => item < limit)).toBe(
          sorted.filter((item) => item < limit).length,
        );
        expect(partitionPoint(sorted, (item) => item <= limit)).toBe(
          sorted.filter((item) => item <= limit).length,
        );
      },
    ),
  );
});
