import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byName, inParts } from './in-parts.js';

describe('inParts', () => {
  it('loses nothing, keeps the order and the bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000_000 }), { maxLength: 200 }), (sizes) => {
        const parts = [...inParts(sizes, (size) => size)];
        expect(parts.flat()).toEqual(sizes);
        for (const part of parts)
          if (part.length > 1)
            expect(part.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4_000_000);
      }),
    );
  });

  it('bounds the rows', () => {
    const rows = Array.from({ length: 12_000 }, (_, index) => index);
    expect([...inParts(rows, () => 1)].map((part) => part.length)).toEqual([5_000, 5_000, 2_000]);
  });
});

describe('byName', () => {
  it('groups, whatever the names are', () => {
    const groups = byName(['__proto__', 'a', '__proto__', null], (name) => name);
    expect([...groups]).toEqual([
      ['__proto__', ['__proto__', '__proto__']],
      ['a', ['a']],
      [null, [null]],
    ]);
  });
});
