import { beforeEach, describe, expect, it } from 'vitest';
import type { RejectedRecord, RejectedStore } from '../ports/rejected-store.port.js';
import { sampleId, sampleRejected } from './sample-values.js';

/** What every `RejectedStore` promises. `makeStore` gives an empty one each time. */
export function rejectedStoreContract(makeStore: () => Promise<RejectedStore>): void {
  describe('RejectedStore contract', () => {
    let store: RejectedStore;
    beforeEach(async () => {
      store = await makeStore();
    });
    const plain = (record: RejectedRecord | null | undefined) =>
      record && { ...record, raw: record.raw && Uint8Array.from(record.raw) };

    it('gives back what was rejected, with its bytes', async () => {
      const cut: RejectedRecord = { ...sampleRejected(2), raw: null };
      expect(await store.add([sampleRejected(1), cut])).toBe(2);
      expect(plain(await store.get(sampleId(1)))).toEqual(sampleRejected(1));
      expect(plain(await store.get(sampleId(2)))).toEqual(cut);
      expect(await store.get(sampleId(3))).toBeNull();
    });

    it('keeps a record once, as it first came', async () => {
      await store.add([sampleRejected(1), sampleRejected(1)]);
      expect(await store.add([{ ...sampleRejected(1), receivedAtUs: 1 }, sampleRejected(2)])).toBe(1);
      expect(await store.count()).toBe(2);
      expect((await store.get(sampleId(1)))?.receivedAtUs).toBe(sampleRejected(1).receivedAtUs);
    });

    it('pages in the order of arrival', async () => {
      await store.add([3, 1, 2].map(sampleRejected));
      const first = await store.list({ after: null, limit: 2 });
      expect(first.records.map(({ id }) => id)).toEqual([sampleId(3), sampleId(1)]);
      const second = await store.list({ after: first.next, limit: 2 });
      expect(second.records.map(plain)).toEqual([sampleRejected(2)]);
      expect(second.next).toBeNull();
    });

    it('lets go of what was replayed', async () => {
      await store.add([1, 2].map(sampleRejected));
      expect(await store.remove([sampleId(1), sampleId(9)])).toBe(1);
      expect(await store.remove([])).toBe(0);
      expect((await store.list({ after: null, limit: 9 })).records.map(({ id }) => id)).toEqual([
        sampleId(2),
      ]);
    });
  });
}
