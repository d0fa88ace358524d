import type { Event, InputSummary } from '@faultline/model';
import { inputSummaryOf } from '@faultline/pipeline';
import type { Installation } from '../stores/installation.js';

/** What came in: sources that were received whole, then the topics from which live events were read. In order of path. */
export async function inputsOf(
  stores: Installation,
  events: readonly Event[],
): Promise<readonly InputSummary[]> {
  const sources = (await stores.cases.sources()).map(inputSummaryOf);
  const topics =
    stores.records === null ? [] : topicInputs(events, stores.records.holds.bind(stores.records));
  return [...sources, ...topics].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** One for each path. A record that gave several events is one record: their ids are its id with a suffix. */
function topicInputs(events: readonly Event[], holds: (ref: Event['record']) => boolean): InputSummary[] {
  const records = new Map<string, Set<number>>();
  for (const { record } of events) {
    let offsets = records.get(record.path);
    if (!offsets) {
      if (!holds(record)) continue;
      records.set(record.path, (offsets = new Set()));
    }
    offsets.add(record.offset);
  }
  return [...records].map(([path, offsets]) => ({
    path,
    kind: null,
    records: offsets.size,
    events: offsets.size,
    rejected: 0,
    sha256: null,
  }));
}
