import { createNormaliser } from '@faultline/normalise';
import type { RawRecord } from '@faultline/model';
import type { RejectedRecord, Storage } from '@faultline/pipeline';
import { recordId } from '@faultline/adapter-files';
import { z } from 'zod';

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
    const result = createNormaliser().normalise(rawRecord(rejected.at, raw));
    return result.rejected || result.events.length === 0 ? [] : [{ id, raw, events: result.events }];
  });
  if (outcomes.length === 0) return 0;
  return storage.transaction(async (stores) => {
    await stores.log.append(outcomes.flatMap(({ events }) => events));
    await stores.raw.put(outcomes.map(({ raw }) => ({ id: recordId(raw), bytes: raw })));
    return stores.rejected.remove(outcomes.map(({ id }) => id));
  });
}

function rawRecord(at: RejectedRecord['rejected']['at'], raw: Uint8Array): RawRecord {
  return { ...at, id: recordId(raw), text: Buffer.from(raw).toString('utf8') };
}
