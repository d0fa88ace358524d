import type { Crash, PeerCertainty } from '@faultline/model';
import { declaredName, parseFunctionName, withoutTypeArguments } from '../judge/function-name.js';
import { PlaceCounts, type IssuePlace } from './place-counts.js';
import { goStatement, startedAt } from './started-at.js';

/** Two places that raced, as far as all crashes of an issue tell. */
export interface IssuePair {
  readonly crashing: IssuePlace;
  readonly peer: IssuePlace;
  readonly certainty: PeerCertainty;
  /** Crashes in which this was a candidate. */
  readonly crashes: number;
  readonly weight: number;
}

interface Tally {
  readonly crashing: PlaceCounts;
  readonly peer: PlaceCounts;
  certainty: PeerCertainty;
  crashes: number;
  weight: number;
}

/** A pair that somebody saw outweighs any number of guesses that a service can produce between two looks at it. */
const weights: Readonly<Record<PeerCertainty, number>> = {
  certain: 1_000,
  likely: 3,
  hypothesis: 1,
  'cannot-be-told': 0,
};
/** A guess that comes back in so many crashes is more than a goroutine that happened to be about. */
const likelyCrashes = 3;
/** The first candidates of a dump say what it says; the hundredth idle goroutine would only add noise. */
const candidatesMax = 5;

/** The pairs of all crashes of one issue, best first: evidence of partial dumps adds up. Cost: linear in crashes and frames. */
export function rankPairs(crashes: readonly Crash[]): readonly IssuePair[] {
  const started = startedAt(crashes);
  const writers = writersOf(crashes);
  const tallies = new Map<string, Tally>();
  for (const crash of crashes) {
    const { crashing } = crash;
    if (crashing === null) continue;
    for (const [at, candidate] of candidatesOf(crash, started, writers).entries()) {
      count(tallies, place(crashing), candidate, crash.peer.certainty, at);
    }
  }
  return [...tallies.values()].flatMap(settled).sort(strongest);
}

/** Functions that died writing in one of the crashes: where another crash shows one on a stack, that is where its goroutine wrote. */
function writersOf(crashes: readonly Crash[]): ReadonlySet<string> {
  return new Set(crashes.flatMap(({ crashing }) => (crashing?.role === 'writer' ? [crashing.function] : [])));
}

function candidatesOf(
  crash: Crash,
  started: ReadonlyMap<string, IssuePlace>,
  writers: ReadonlySet<string>,
): readonly IssuePlace[] {
  const places = crash.peer.candidates.slice(0, candidatesMax).map((candidate) => {
    const listed = crash.goroutines.filter(({ id }) => id === candidate.goroutine);
    const writing = listed.flatMap(({ frames }) => frames).find((frame) => writers.has(frame.function));
    if (writing !== undefined) return place(writing);
    const [away] = listed.every(({ frames }) => frames.length === 0) ? listed : [];
    const statement = away === undefined ? null : goStatement(away);
    return (statement === null ? undefined : started.get(statement)) ?? place(candidate);
  });
  return places.filter((found, at) => places.findIndex((other) => other.function === found.function) === at);
}

function place({ function: name, file, line }: IssuePlace): IssuePlace {
  return { function: name, file, line };
}

function count(
  tallies: Map<string, Tally>,
  crashing: IssuePlace,
  peer: IssuePlace,
  certainty: PeerCertainty,
  rank: number,
): void {
  const key = `${withoutTypeArguments(crashing.function)}\n${withoutTypeArguments(peer.function)}`;
  const weight = (weights[certainty] / (rank + 1)) * (sameType(crashing, peer) ? 2 : 1);
  const tally = tallies.get(key) ?? newTally();
  tallies.set(key, tally);
  tally.crashing.add(crashing);
  tally.peer.add(peer);
  tally.crashes++;
  tally.weight += weight;
  const own = rank === 0 ? certainty : 'hypothesis';
  if (weights[own] > weights[tally.certainty]) tally.certainty = own;
}

function newTally(): Tally {
  return {
    crashing: new PlaceCounts(),
    peer: new PlaceCounts(),
    certainty: 'cannot-be-told',
    crashes: 0,
    weight: 0,
  };
}

/** Methods of one type share its map more often than whoever called them. */
function sameType(crashing: IssuePlace, peer: IssuePlace): boolean {
  const [one, other] = [crashing, peer].map((found) =>
    declaredName(parseFunctionName(found.function)).split('.'),
  );
  return one !== undefined && other !== undefined && one.length > 1 && one[0] === other[0];
}

function settled(tally: Tally): readonly IssuePair[] {
  const [crashing, peer] = [tally.crashing.mostFrequent, tally.peer.mostFrequent];
  if (crashing === null || peer === null) return [];
  const often = tally.certainty === 'hypothesis' && tally.crashes >= likelyCrashes;
  const { crashes, weight } = tally;
  return [{ crashing, peer, certainty: often ? 'likely' : tally.certainty, crashes, weight }];
}

function strongest(left: IssuePair, right: IssuePair): number {
  if (left.weight !== right.weight) return right.weight - left.weight;
  const [one, other] = [
    `${left.crashing.function} ${left.peer.function}`,
    `${right.crashing.function} ${right.peer.function}`,
  ];
  return one < other ? -1 : 1;
}
