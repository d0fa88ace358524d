import { beforeEach, describe, expect, it } from 'vitest';
import type { EventStore } from '../ports/event-store.port.js';
import { sampleCrash } from './sample-crash.js';
import { sampleEvent, sampleId } from './sample-values.js';

/** What every `EventStore` promises. `makeStore` gives an empty one each time. */
export function eventStoreContract(makeStore: () => Promise<EventStore>): void {
  describe('EventStore contract', () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    it('is empty at first', async () => {
      expect(await store.count()).toBe(0);
      expect(await store.put([])).toBe(0);
    });

    it('keeps text that a database may not be able to hold', async () => {
      const odd = sampleEvent(1, 'nul \u0000 and lone surrogate \ud800');
      await store.put([odd]);
      expect(await store.get(odd.id)).toEqual(odd);
    });

    it('keeps the first of an id, whether it comes again later or twice in a batch', async () => {
      expect(await store.put([sampleEvent(1), sampleEvent(1)])).toBe(1);
      expect(await store.put([sampleEvent(1, 'changed'), sampleEvent(2)])).toBe(1);
      expect(await store.get(sampleId(1))).toEqual(sampleEvent(1));
      expect(await store.count()).toBe(2);
    });

    it('finds events by id', async () => {
      await store.put([sampleEvent(1), sampleEvent(2), sampleEvent(3)]);
      expect(await store.get(sampleId(9))).toBeNull();
      expect(await store.getMany([sampleId(3), sampleId(9), sampleId(1)])).toEqual([
        sampleEvent(1),
        sampleEvent(3),
      ]);
      expect(await store.getMany([])).toEqual([]);
    });

    it('lists the events of a kind, the last that came first', async () => {
      expect(await store.ofKind('other', 10)).toEqual([]);
      await store.put([1, 2, 3, 4].map((n) => sampleEvent(n)));
      await store.put([sampleCrash(5), sampleEvent(6), sampleCrash(7), sampleCrash(8)]);
      expect(await store.ofKind('crash', 2)).toEqual([sampleCrash(8), sampleCrash(7)]);
      expect((await store.ofKind('crash', 9)).map(({ id }) => id)).toEqual([8, 7, 5].map(sampleId));
      expect((await store.ofKind('other', 9)).map(({ id }) => id)).toEqual([6, 4, 3, 2, 1].map(sampleId));
      expect(await store.ofKind('alert', 9)).toEqual([]);
    });

    it('doubles nothing when writers meet', async () => {
      const batches = Array.from({ length: 8 }, (_, b) =>
        Array.from({ length: 50 }, (_, i) => sampleEvent((b % 4) * 50 + i)),
      );
      const added = await Promise.all(batches.map((batch) => store.put(batch)));
      expect(added.reduce((sum, count) => sum + count, 0)).toBe(200);
      expect(await store.count()).toBe(200);
    });
  });
}
