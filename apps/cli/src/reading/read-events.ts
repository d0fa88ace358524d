import { readSources, type ReadProgress } from '@faultline/adapter-files';
import type { Event, InputKind, InputSummary, Rejected } from '@faultline/model';
import { createNormaliser, type Normaliser } from '@faultline/normalise';

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
  await readSources(
    paths,
    {},
    {
      sourceStart: () => (source = newTally(options.forcedKind)),
      record: (record) => {
        const result = source.normaliser.normalise(record);
        if (result.rejected !== undefined) {
          reject(result.rejected);
          return;
        }
        // A CSV header and its like is structure, not a record.
        if (result.events.length === 0) return;
        source.accepted += 1;
        source.kinds.set(result.kind, (source.kinds.get(result.kind) ?? 0) + 1);
        for (const event of result.events) events.push(event);
      },
      rejected: reject,
      sourceEnd: (summary) =>
        inputs.push({
          path: summary.path,
          kind: mainKind(source.kinds),
          records: source.accepted + source.rejected,
          events: source.accepted,
          rejected: source.rejected,
          sha256: summary.sha256,
        }),
      progress: options.onProgress,
    },
    options.signal,
  );
  return { events, inputs, nothing: events.length === 0 };
}

interface Tally {
  readonly normaliser: Normaliser;
  readonly kinds: Map<InputKind, number>;
  accepted: number;
  rejected: number;
}

function newTally(forcedKind: InputKind | undefined): Tally {
  return { normaliser: createNormaliser({ forcedKind }), kinds: new Map(), accepted: 0, rejected: 0 };
}

/** What most of a file's records are; ties by name, so that the order of records does not matter. */
function mainKind(kinds: ReadonlyMap<InputKind, number>): InputKind | null {
  const [first] = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}
