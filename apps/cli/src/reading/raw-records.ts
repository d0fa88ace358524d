import { readRecordAt } from '@faultline/adapter-files';
import { maskSecrets, type Event } from '@faultline/model';
import type { RawOf, RawRecord } from '@faultline/report';

/** Most bytes of one record that a report shows. */
const shownBytes = 64 * 1024;

/** The raw records behind some events, read again from their files and masked. A file that changed or went away gives nothing. */
export async function rawRecordsOf(events: Iterable<Event>): Promise<RawOf> {
  const records = new Map<string, RawRecord>();
  for (const { id, record } of events) {
    const bytes = await readRecordAt(record).catch(() => null);
    if (bytes === null) continue;
    const text = maskSecrets(bytes.toString('utf8'));
    records.set(id, {
      text: text.length > shownBytes ? `${text.slice(0, shownBytes)}…` : text,
      path: record.path,
      line: record.line,
    });
  }
  return (eventId) => records.get(eventId) ?? null;
}
