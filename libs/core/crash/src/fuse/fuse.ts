import { crashKinds, type Crash, type CrashKind } from '@faultline/model';
import { groupCrashes } from './group-crashes.js';
import { rankPairs, type IssuePair } from './rank-pairs.js';

/** A crash and when it happened; null where no clock is known. */
export interface DatedCrash {
  readonly crash: Crash;
  readonly atUs: number | null;
}

/** One bug, as far as all its crashes tell. */
export interface CrashIssue {
  /** Of most of its crashes. */
  readonly signature: string;
  /** All of them: a bug with two parties dies at either. */
  readonly signatures: readonly string[];
  readonly kind: CrashKind;
  /** Best first; empty where no dump shows a second party. */
  readonly pair: readonly IssuePair[];
  readonly crashes: number;
  /** Whether any of the dumps carries what only the runtime prints. Without one the issue may be somebody's invention. */
  readonly confirmed: boolean;
  readonly firstAtUs: number | null;
  readonly lastAtUs: number | null;
}

/**
 * The bugs behind many crashes, the most frequent first. Partial dumps of one bug and reports of the race detector become one issue, two
 * bugs never do. The order of the input does not matter, except for crashes without a place, which stay alone. Cost: about linear.
 */
export function fuse(crashes: readonly DatedCrash[]): readonly CrashIssue[] {
  const times = new Map(crashes.map(({ crash, atUs }) => [crash, atUs]));
  return groupCrashes([...times.keys()])
    .map((group) => issueOf(group, times))
    .sort(mostFrequent);
}

function issueOf(group: readonly Crash[], times: ReadonlyMap<Crash, number | null>): CrashIssue {
  const known = group.flatMap((crash) => times.get(crash) ?? []);
  // An unconfirmed crash may be somebody's text: it is counted and names no party where a confirmed one does.
  const confirmed = group.filter((crash) => crash.confirmed);
  const trusted = confirmed.length > 0 ? confirmed : group;
  const signatures = byFrequency(group.map(({ signature }) => signature));
  const kinds = byFrequency(trusted.map(({ kind }) => kind));
  return {
    signature: signatures[0] ?? '',
    signatures,
    kind: crashKinds.find((kind) => kind === kinds[0]) ?? 'other',
    pair: rankPairs(trusted),
    crashes: group.length,
    confirmed: confirmed.length > 0,
    firstAtUs: known.reduce<number | null>(
      (least, atUs) => (least === null || atUs < least ? atUs : least),
      null,
    ),
    lastAtUs: known.reduce<number | null>((most, atUs) => (most === null || atUs > most ? atUs : most), null),
  };
}

function byFrequency(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([one, many], [other, count]) => count - many || (one < other ? -1 : 1))
    .map(([value]) => value);
}

function mostFrequent(left: CrashIssue, right: CrashIssue): number {
  return right.crashes - left.crashes || (left.signature < right.signature ? -1 : 1);
}
