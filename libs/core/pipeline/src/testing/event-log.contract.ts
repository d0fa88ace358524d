import { beforeEach, describe, expect, it } from 'vitest';
import type { EventLog } from '../ports/event-log.port.js';
import { sampleEvent, sampleId } from './sample-values.js';

/** What every `EventLog` promises. `makeLog` gives an empty one each time. */
export function eventLogContract(makeLog: () => Promise<EventLog>): void {
  describe('EventLog contract', () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await makeLog();
    });
    const ids = async (read: Promise<readonly { event: { id: string } }[]>) =>
      (await read).map(({ event }) => event.id);

    it('is empty at first', async () => {
      expect(await log.position()).toBe(0);
      expect(await log.count()).toBe(0);
      expect(await log.read(0, 10)).toEqual([]);
      expect(await log.append([])).toEqual({ appended: 0, duplicates: 0 });
    });

    it('gives back events as they were appended, in order', async () => {
      const odd = sampleEvent(1, 'quote \' " back\\slash {brace,} line\nfeed tab\t NULL ✓ 𝄞');
      expect(await log.append([odd, sampleEvent(2), sampleEvent(3)])).toEqual({ appended: 3, duplicates: 0 });
      const read = await log.read(0, 10);
      expect(read.map(({ event }) => event)).toEqual([odd, sampleEvent(2), sampleEvent(3)]);
      const positions = read.map(({ position }) => position);
      expect(positions).toEqual(positions.toSorted((a, b) => a - b));
      expect(await log.position()).toBe(read[2]?.position);
    });

    it('keeps text that a database may not be able to hold', async () => {
      const odd = sampleEvent(1, 'nul \u0000 and lone surrogate \ud800');
      await log.append([odd]);
      expect(await log.get(odd.id)).toEqual(odd);
    });

    it('stores an event once, whether it comes again later or twice in a batch', async () => {
      expect(await log.append([sampleEvent(1), sampleEvent(1)])).toEqual({ appended: 1, duplicates: 1 });
      expect(await log.append([sampleEvent(1, 'changed'), sampleEvent(2)])).toEqual({
        appended: 1,
        duplicates: 1,
      });
      expect(await ids(log.read(0, 10))).toEqual([sampleId(1), sampleId(2)]);
      expect(await log.get(sampleId(1))).toEqual(sampleEvent(1));
      expect(await log.count()).toBe(2);
    });

    it('finds events by id', async () => {
      await log.append([sampleEvent(1), sampleEvent(2), sampleEvent(3)]);
      expect(await log.get(sampleId(9))).toBeNull();
      expect(await log.getMany([sampleId(3), sampleId(9), sampleId(1)])).toEqual([
        sampleEvent(1),
        sampleEvent(3),
      ]);
      expect(await log.getMany([])).toEqual([]);
    });

    it('pages by position', async () => {
      await log.append([1, 2, 3, 4, 5].map((n) => sampleEvent(n)));
      const first = await log.read(0, 2);
      expect(await ids(Promise.resolve(first))).toEqual([sampleId(1), sampleId(2)]);
      expect(await ids(log.read(first[1]?.position ?? 0, 2))).toEqual([sampleId(3), sampleId(4)]);
    });

    it('hands the same events to a group until it acknowledges', async () => {
      await log.append([1, 2, 3].map((n) => sampleEvent(n)));
      const first = await log.consume('correlate', 2);
      expect(await log.consume('correlate', 2)).toEqual(first);
      await log.acknowledge('correlate', first[1]?.position ?? 0);
      expect(await ids(log.consume('correlate', 2))).toEqual([sampleId(3)]);
      expect(await log.acknowledged('correlate')).toBe(first[1]?.position);
    });

    it('keeps groups apart and never moves one backwards', async () => {
      await log.append([1, 2].map((n) => sampleEvent(n)));
      const last = await log.position();
      await log.acknowledge('a', last);
      await log.acknowledge('a', 0);
      expect(await log.consume('a', 10)).toEqual([]);
      expect(await ids(log.consume('b', 10))).toEqual([sampleId(1), sampleId(2)]);
      expect(await log.acknowledged('b')).toBe(0);
    });

    it('loses and doubles nothing when writers meet', async () => {
      const batches = Array.from({ length: 8 }, (_, b) =>
        Array.from({ length: 50 }, (_, i) => sampleEvent((b % 4) * 50 + i)),
      );
      const results = await Promise.all(batches.map((batch) => log.append(batch)));
      expect(results.reduce((sum, { appended }) => sum + appended, 0)).toBe(200);
      expect(await log.count()).toBe(200);
      expect(new Set(await ids(log.read(0, 1_000))).size).toBe(200);
    });

    it('takes a batch of five thousand', async () => {
      const events = Array.from({ length: 5_000 }, (_, i) => sampleEvent(i));
      expect(await log.append(events)).toEqual({ appended: 5_000, duplicates: 0 });
      expect(await log.read(0, 5_000)).toHaveLength(5_000);
    });
  });
}
