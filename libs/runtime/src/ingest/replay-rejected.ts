import { createNormaliser } from '@faultline/normalise';
import type { Event, RawRecord } from '@faultline/model';
import type { RawBytes, RejectedRecord, Storage } from '@faultline/pipeline';
import { recordId } from '@faultline/adapter-files';
import { z } from 'zod';
import { recordIdOf } from './record-id-of.js';
import { sha256 } from '../sha256.js';

export const replaySummarySchema = z.object({
  tried: z.number().int(),
  accepted: z.number().int().describe('records that became events now'),
  rejected: z.number().int().describe('records that stay rejected'),
  notReplayable: z
    .number()
    .int()
    .describe('rejected positions without bytes, such as the rest of a cut file'),
});
export type ReplaySummary = z.infer<typeof replaySummarySchema>;

const PAGE = 500;

/** Tries every rejected record again, for instance after an update that knows more sources. What becomes events leaves the list. */
export async function replayRejected(storage: Storage): Promise<ReplaySummary> {
  const summary = { tried: 0, accepted: 0, rejected: 0, notReplayable: 0 };
  let after: string | null = null;
  do {
    const page = await storage.rejected.list({ after, limit: PAGE });
    after = page.next;
    const accepted = await replayPage(storage, page.records);
    const replayable = page.records.filter(({ raw }) => raw !== null).length;
    summary.tried += replayable;
    summary.accepted += accepted;
    summary.rejected += replayable - accepted;
    summary.notReplayable += page.records.length - replayable;
  } while (after !== null);
  return summary;
}

async function replayPage(storage: Storage, records: readonly RejectedRecord[]): Promise<number> {
  const outcomes = records.flatMap(({ id, rejected, raw }) => {
    if (raw === null) return [];
    // A new normaliser each: records of many files lie side by side here.
    const events = eventsOf(rawRecord(rejected.at, raw));
    return events.length === 0 ? [] : [{ id, raw, events }];
  });
  if (outcomes.length === 0) return 0;
  return storage.transaction(async (stores) => {
    await stores.log.append(outcomes.flatMap(({ events }) => events));
    await stores.raw.put(outcomes.flatMap(rawOf));
    return stores.rejected.remove(outcomes.map(({ id }) => id));
  });
}

/** A crash is known by the hash over the ids of its lines, so the bytes are kept under the id of each event. */
function rawOf({ raw, events }: { raw: Uint8Array; events: readonly Event[] }): readonly RawBytes[] {
  const ids = new Set(events.map(({ id }) => recordIdOf(id)));
  return [...ids].map((id) => ({ id, bytes: raw }));
}

/** A record alone: of a crash, whose lines are records of their own, it may be the whole text. */
function eventsOf(record: RawRecord): readonly Event[] {
  const normaliser = createNormaliser({ sha256 });
  const result = normaliser.normalise(record);
  const ended = [...(result.ended ?? []), ...normaliser.end()].map((earlier) => earlier.result);
  return [result, ...ended].flatMap((one) => (one.rejected === undefined ? one.events : []));
}

function rawRecord(at: RejectedRecord['rejected']['at'], raw: Uint8Array): RawRecord {
  return { ...at, id: recordId(raw), text: Buffer.from(raw).toString('utf8') };
}
