import { type Event, type LogPosition, reaches, startOfLog } from '@faultline/model';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EventLog, LoggedEvent } from '../ports/event-log.port.js';
import { sampleEvent, sampleId } from './sample-values.js';

/** Events of one dataset keep their order, whatever the number of partitions. */
function hostEvent(n: number, host: string): Event {
  return { ...sampleEvent(n), kind: 'other', action: `action ${n}`, host, service: null };
}

async function readAll(log: EventLog, after: LogPosition = startOfLog): Promise<LoggedEvent[]> {
  const cursor = await log.open(after);
  const all: LoggedEvent[] = [];
  try {
    for (;;) {
      const page = await cursor.read(1_000);
      if (page.length === 0) return all;
      all.push(...page);
    }
  } finally {
    await cursor.close();
  }
}

function ids(logged: readonly LoggedEvent[]): readonly string[] {
  return [...new Set(logged.map(({ event }) => event.id))].sort();
}

const numbered = (count: number): Event[] => Array.from({ length: count }, (_, n) => sampleEvent(n));

/** What every `EventLog` promises. `makeLog` gives an empty one each time. */
export function eventLogContract(makeLog: () => Promise<EventLog>): void {
  describe('EventLog contract', () => {
    let log: EventLog;
    beforeEach(async () => {
      log = await makeLog();
    });

    it('is empty at first', async () => {
      expect(await log.end()).toEqual({});
      expect(await readAll(log)).toEqual([]);
      await log.append([]);
      expect(await log.end()).toEqual({});
    });

    it('gives back events as they were appended', async () => {
      const odd = sampleEvent(1, 'quote \' " back\\slash {brace,} line\nfeed tab\t NULL ✓ 𝄞');
      await log.append([odd, sampleEvent(2)]);
      const read = await readAll(log);
      expect(read.find(({ event }) => event.id === odd.id)?.event).toEqual(odd);
      expect(read.find(({ event }) => event.id === sampleId(2))?.event).toEqual(sampleEvent(2));
    });

    it('keeps text that a server may not be able to hold', async () => {
      const odd = sampleEvent(1, 'nul \u0000 and lone surrogate \ud800');
      await log.append([odd]);
      expect((await readAll(log)).map(({ event }) => event)).toEqual([odd]);
    });

    it('keeps the order of what happened on one host', async () => {
      const events = Array.from({ length: 60 }, (_, n) => hostEvent(n, n % 2 === 0 ? 'alpha' : 'beta'));
      for (const event of events) await log.append([event]);
      const read = await readAll(log);
      for (const host of ['alpha', 'beta']) {
        const seen = read.flatMap(({ event }) => ('host' in event && event.host === host ? [event.id] : []));
        const sent = events.flatMap((event) => ('host' in event && event.host === host ? [event.id] : []));
        expect(seen).toEqual(sent);
      }
    });

    it('offsets grow within a partition, and the end is the last of each', async () => {
      await log.append(numbered(40));
      const read = await readAll(log);
      const last = new Map<number, number>();
      for (const { partition, offset } of read) {
        expect(offset).toBeGreaterThanOrEqual(last.get(partition) ?? 0);
        last.set(partition, offset);
      }
      expect(await log.end()).toEqual(Object.fromEntries(last));
    });

    it('shows an event at least once, whether it comes again later or twice in a batch', async () => {
      await log.append([sampleEvent(1), sampleEvent(1)]);
      await log.append([sampleEvent(1), sampleEvent(2)]);
      expect(ids(await readAll(log))).toEqual([sampleId(1), sampleId(2)]);
    });

    it('goes on behind a position, and its cursor says where it is', async () => {
      await log.append(numbered(20));
      const cursor = await log.open(startOfLog);
      const first = await cursor.read(5);
      expect(first.length).toBeGreaterThan(0);
      const behind = cursor.position();
      await cursor.close();
      const rest = await readAll(log, behind);
      expect(ids([...first, ...rest])).toEqual(ids(await readAll(log)));
      expect(first.length + rest.length).toBe(20);
    });

    it('a cursor at the end sees what comes then', async () => {
      await log.append(numbered(3));
      const cursor = await log.open(await log.end());
      expect(await cursor.read(10)).toEqual([]);
      await log.append([sampleEvent(7)]);
      const seen: LoggedEvent[] = [];
      while (seen.length === 0) seen.push(...(await cursor.read(10)));
      expect(ids(seen)).toEqual([sampleId(7)]);
      expect(await cursor.read(10)).toEqual([]);
      expect(reaches(cursor.position(), await log.end())).toBe(true);
      await cursor.close();
    });

    it('gives a group the same events until it acknowledges', async () => {
      await log.append(numbered(10));
      expect(await log.acknowledged('correlate')).toEqual(startOfLog);
      const end = await log.end();
      await readAll(log, await log.acknowledged('correlate'));
      expect(await readAll(log, await log.acknowledged('correlate'))).toHaveLength(10);
      await log.acknowledge('correlate', end);
      expect(await log.acknowledged('correlate')).toEqual(end);
      expect(await readAll(log, await log.acknowledged('correlate'))).toEqual([]);
    });

    it('keeps groups apart and never moves one backwards', async () => {
      await log.append(numbered(10));
      const early = await log.end();
      await log.append(numbered(30).slice(10));
      const end = await log.end();
      await log.acknowledge('a', end);
      await log.acknowledge('a', early);
      expect(await log.acknowledged('a')).toEqual(end);
      expect(await log.acknowledged('b')).toEqual(startOfLog);
    });

    it('loses nothing when writers meet', async () => {
      const batches = Array.from({ length: 8 }, (_, b) =>
        Array.from({ length: 50 }, (_, i) => sampleEvent((b % 4) * 50 + i)),
      );
      await Promise.all(batches.map((batch) => log.append(batch)));
      expect(ids(await readAll(log))).toHaveLength(200);
    });

    it('takes a batch of five thousand', async () => {
      await log.append(numbered(5_000));
      expect(ids(await readAll(log))).toHaveLength(5_000);
    });
  });
}
