import { recordId } from '@faultline/adapter-files';
import type { Analysis, Event } from '@faultline/model';
import type { RawBytes } from '@faultline/pipeline';
import { recordIdOf } from '../ingest/record-id-of.js';
import { withoutLineEnd } from '../ingest/without-line-end.js';
import { withoutTokens } from '../ingest/without-tokens.js';
import type { Installation } from '../stores/installation.js';

export interface NamedRecords {
  readonly events: readonly Event[];
  readonly raw: readonly RawBytes[];
}

/**
 * The events that the answer names and the raw bytes behind them, as far as the database does not hold them yet: a log on another server
 * forgets, evidence may not. Raw records are read back from where they first lay, once. Costs one look-up, and one read of what is new.
 */
export async function namedRecords(
  stores: Installation,
  analysis: Analysis,
  live: readonly Event[],
): Promise<NamedRecords> {
  const { records } = stores;
  const named = new Set(Object.keys(analysis.events));
  if (records === null || named.size === 0) return { events: [], raw: [] };
  const known = new Set((await stores.events.getMany([...named])).map(({ id }) => id));
  const events = live.filter(({ id }) => named.has(id) && !known.has(id));
  const missing = events.filter(({ record }) => records.holds(record));
  const bytes = await records.read(missing.map(({ record }) => record));
  const raw = missing.flatMap((event, index): RawBytes[] => {
    const found = bytes[index];
    return found && isRecordOf(event, found)
      ? [{ id: recordIdOf(event.id), bytes: withoutTokens(Buffer.from(found)) }]
      : [];
  });
  return { events, raw };
}

/** A topic that was made anew has other records at the same places. A crash is known by the hash over its lines, not by that of its bytes. */
function isRecordOf({ id, kind }: Event, bytes: Uint8Array): boolean {
  return kind === 'crash' || recordId(withoutLineEnd(bytes)) === recordIdOf(id);
}
