import { recordId } from '@faultline/adapter-files';
import type { Event } from '@faultline/model';
import { createNormaliser } from '@faultline/normalise';
import { analyse } from '@faultline/pipeline';
import { sha256 } from '../../apps/cli/src/output/sha256.js';
import type { SentRecord } from './topic-sender.js';

export interface Expected {
  readonly events: number;
  readonly links: number;
  readonly graphHash: string;
}

/** What an undisturbed run makes of the records: the same functions, in one go, in this process. */
export function expectedOf(records: Iterable<SentRecord>): Expected {
  const events: Event[] = [];
  const normaliser = createNormaliser();
  for (const { value, source } of records) {
    const bytes = Buffer.from(value);
    const record = {
      path: source,
      line: 1,
      offset: 0,
      length: bytes.length,
      id: recordId(bytes),
      text: value,
    };
    const result = normaliser.normalise(record);
    if (result.rejected === undefined) for (const event of result.events) events.push(event);
  }
  const { graph } = analyse(events, { sha256, inputs: [], impacts: [], top: 1 });
  return { events: events.length, links: graph.linkCount, graphHash: graph.hash };
}
