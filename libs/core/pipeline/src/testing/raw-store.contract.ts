import { beforeEach, describe, expect, it } from 'vitest';
import type { RawStore } from '../ports/raw-store.port.js';
import { sampleId } from './sample-values.js';

/** What every `RawStore` promises. `makeStore` gives an empty one each time. */
export function rawStoreContract(makeStore: () => Promise<RawStore>): void {
  describe('RawStore contract', () => {
    let store: RawStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    it('gives back exactly the bytes put, and null for what it never saw', async () => {
      const odd = Uint8Array.from({ length: 256 }, (_, i) => i);
      await store.put([
        { id: sampleId(1), bytes: odd },
        { id: sampleId(2), bytes: new Uint8Array(0) },
      ]);
      expect(Uint8Array.from((await store.get(sampleId(1))) ?? [])).toEqual(odd);
      expect(await store.get(sampleId(2))).toHaveLength(0);
      expect(await store.get(sampleId(3))).toBeNull();
    });

    it('stores a record once', async () => {
      const record = { id: sampleId(1), bytes: Uint8Array.of(1, 2, 3) };
      expect(await store.put([record, record])).toBe(1);
      expect(await store.put([record, { id: sampleId(2), bytes: Uint8Array.of(4) }])).toBe(1);
      expect(await store.put([])).toBe(0);
      expect(await store.count()).toBe(2);
      expect(Uint8Array.from((await store.get(sampleId(1))) ?? [])).toEqual(Uint8Array.of(1, 2, 3));
    });

    it('finds many at once, each once, and leaves out what it never saw', async () => {
      const record = (n: number) => ({ id: sampleId(n), bytes: Uint8Array.of(n, n) });
      await store.put([record(1), record(2)]);
      await store.put([record(3)]);
      const found = await store.getMany([sampleId(3), sampleId(9), sampleId(1), sampleId(1)]);
      expect([...found.keys()].toSorted((a, b) => (a < b ? -1 : 1))).toEqual([sampleId(1), sampleId(3)]);
      expect([...(found.get(sampleId(3)) ?? [])]).toEqual([3, 3]);
      expect((await store.getMany([])).size).toBe(0);
    });

    it('keeps the bytes even when the caller reuses the buffer', async () => {
      const buffer = Uint8Array.of(7, 8);
      await store.put([{ id: sampleId(1), bytes: buffer }]);
      buffer.fill(0);
      expect(Uint8Array.from((await store.get(sampleId(1))) ?? [])).toEqual(Uint8Array.of(7, 8));
    });

    it('takes a batch of five thousand and a record of a megabyte', async () => {
      const big = new Uint8Array(1 << 20).fill(65);
      await store.put(
        Array.from({ length: 5_000 }, (_, i) => ({ id: sampleId(i), bytes: Uint8Array.of(i & 255) })),
      );
      await store.put([{ id: 'f'.repeat(32), bytes: big }]);
      expect(await store.count()).toBe(5_001);
      expect(await store.get('f'.repeat(32))).toHaveLength(1 << 20);
      expect(Uint8Array.from((await store.get(sampleId(4_999))) ?? [])).toEqual(Uint8Array.of(4_999 & 255));
    });
  });
}
