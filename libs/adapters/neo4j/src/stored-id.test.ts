import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longId, refOf, storedId } from './stored-id.js';

const anyId = fc.oneof(
  fc.string(),
  fc.string({ minLength: 150, maxLength: 400 }),
  fc.string().map((text) => `#${text}`),
);

describe('storedId', () => {
  it('fits into an index and tells any two ids apart', () => {
    fc.assert(
      fc.property(anyId, anyId, (a, b) => {
        expect(Buffer.byteLength(storedId(a))).toBeLessThan(1_000);
        expect(storedId(a) === storedId(b)).toBe(a === b);
        expect(longId(a) ?? storedId(a)).toBe(a);
      }),
    );
  });

  it('does not take a hash that somebody wrote for an id', () => {
    const long = 'x'.repeat(300);
    expect(storedId(storedId(long))).not.toBe(storedId(long));
  });
});

describe('refOf', () => {
  it('is exact as a number and depends on where kind ends', () => {
    expect(Number.isSafeInteger(refOf('host', 'a'))).toBe(true);
    expect(refOf('ab', 'c')).not.toBe(refOf('a', 'bc'));
  });
});
