import { readSources, type ReadProgress, type SourceSummary } from '@faultline/adapter-files';
import type { Event, InputKind, InputSummary, JsonScan, RawRecord, Rejected } from '@faultline/model';
import { createNormaliser, type Normalised, type Normaliser } from '@faultline/normalise';
import { sha256 } from '../output/sha256.js';
import { takeReading } from './early-reading.js';

export interface ReadEventsOptions {
  /** `--source KIND`: take every record for this kind. */
  readonly forcedKind: InputKind | undefined;
  readonly onRejected: (rejected: Rejected) => void;
  readonly onProgress: (progress: ReadProgress) => void;
  readonly signal: AbortSignal;
}

export interface EventsRead {
  readonly events: readonly Event[];
  readonly inputs: readonly InputSummary[];
  /** Nothing at all became an event. */
  readonly nothing: boolean;
}

/** Reads and normalises every file under the paths. Events are held, records are not: raw bytes are read again where an answer shows them. */
export async function readEvents(paths: readonly string[], options: ReadEventsOptions): Promise<EventsRead> {
  const events: Event[] = [];
  const inputs: InputSummary[] = [];
  let source = newTally(options.forcedKind);
  const reject = (rejected: Rejected) => {
    source.rejected += 1;
    options.onRejected(rejected);
  };
  const take = (result: Normalised): void => {
    for (const earlier of result.ended ?? []) take(earlier.result);
    if (result.rejected !== undefined) {
      reject(result.rejected);
      return;
    }
    // A CSV header and its like is structure, not a record.
    if (result.events.length === 0) return;
    source.accepted += 1;
    source.kinds.set(result.kind, (source.kinds.get(result.kind) ?? 0) + 1);
    for (const event of result.events) events.push(event);
  };
  const handlers = {
    sourceStart: () => void (source = newTally(options.forcedKind)),
    rejected: reject,
    sourceEnd: (summary: SourceSummary): void => {
      for (const earlier of source.normaliser.end()) take(earlier.result);
      inputs.push({
        path: summary.path,
        kind: mainKind(source.kinds),
        records: source.accepted + source.rejected,
        events: source.accepted,
        rejected: source.rejected,
        sha256: summary.sha256,
      });
    },
    progress: options.onProgress,
  };
  const reading = takeReading(paths);
  if (reading !== null) {
    const record = (given: RawRecord, scan: JsonScan, whole: () => string): void => {
      const result = source.normaliser.normalise(given, scan);
      if (result.rejected === undefined) return take(result);
      // A rejection quotes the record, so it gets the record as it is. What the first look ended is over.
      for (const earlier of result.ended ?? []) take(earlier.result);
      take(source.normaliser.normalise({ ...given, text: whole() }));
    };
    await reading.read({ ...handlers, record }, options.signal);
  } else {
    const record = (given: RawRecord): void => take(source.normaliser.normalise(given));
    await readSources(paths, {}, { ...handlers, record }, options.signal);
  }
  return { events, inputs, nothing: events.length === 0 };
}

interface Tally {
  readonly normaliser: Normaliser;
  readonly kinds: Map<InputKind, number>;
  accepted: number;
  rejected: number;
}

function newTally(forcedKind: InputKind | undefined): Tally {
  return { normaliser: createNormaliser({ forcedKind, sha256 }), kinds: new Map(), accepted: 0, rejected: 0 };
}

/** What most of a file's records are; ties by name, so that the order of records does not matter. */
function mainKind(kinds: ReadonlyMap<InputKind, number>): InputKind | null {
  const [first] = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}
