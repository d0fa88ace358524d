import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRequests } from './in-requests.js';

describe('inRequests', () => {
  it('loses nothing, keeps the order, and goes over the bound only for one item alone', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2_000_000)), (sizes) => {
        const requests = inRequests(sizes, (size) => size);
        expect(requests.flat()).toEqual(sizes);
        for (const request of requests) {
          expect(request.length).toBeGreaterThan(0);
          const bytes = request.reduce((sum, size) => sum + size, 0);
          expect(request.length === 1 || bytes <= 900 * 1024).toBe(true);
        }
      }),
    );
  });
});
