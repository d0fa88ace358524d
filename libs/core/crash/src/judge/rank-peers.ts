import type { Crash, CrashRole } from '@faultline/model';
import type { DumpGoroutine, FatalDump } from '../dump.js';
import type { Death } from './death.js';
import { doubleCrash, type DoubleCrash } from './double-crash.js';
import { isMapKind } from './kind-family.js';
import { firstOwnFrame, type OwnFrame } from './own-frames.js';
import { peerClues, type Clue, type Victim } from './peer-evidence.js';
import { racingPlaces } from './peer-place.js';
import { peerState, type PeerState } from './peer-state.js';

export type Peer = Crash['peer'];
export type PeerCandidate = Peer['candidates'][number];

export const untold: Peer = { certainty: 'cannot-be-told', candidates: [] };

/** More candidates help nobody, and a dump may hold a million goroutines. */
const candidatesMax = 20;
/** One clue that names the map or the code that died (3), and one that nothing else explains (being able to run: 1). */
const likelyPoints = 4;
/** At work on another map, or reading where only a writer can be the other party. */
const excludedPoints = -5;

interface Ranked {
  readonly points: number;
  readonly candidate: PeerCandidate;
}

/**
 * The other party of a map fatal, best first. The runtime knows only that a flag was set, so this is inference, except where both
 * parties died at once. `confirmed: false` keeps a forged second stack from being certain. Cost: linear in the dump.
 */
export function rankPeers(dump: FatalDump, death: Death, confirmed: boolean): Peer {
  const { top } = death;
  if (top === null || !isMapKind(death.kind)) return untold;
  const double = doubleCrash(dump, death);
  // A lost function row puts its caller in the place of the function that died.
  const whole = !dump.losses.includes('function rows lost');
  if (double?.meaning === 'pair' && confirmed && whole)
    return certain(double.other, death.role === 'writer' ? 'writer' : 'unknown');
  const others = dump.goroutines.filter((goroutine) => goroutine !== top && goroutine.id !== top.id);
  const victim = victimOf(death, top, others);
  const ranked = rankedActive(victim, others, double);
  const away = others.flatMap((goroutine) => rankAway(victim, goroutine, others));
  const found = [...ranked, ...away].sort(strongest);
  return verdict(found.length > 0 ? found : rankedWaiting(victim, others));
}

/** Of two that wrote, both did; of one that read and one that wrote, which is which is not known. */
function certain(goroutine: DumpGoroutine, role: CrashRole): Peer {
  const why = 'it died of the same check at the same moment';
  const place = firstOwnFrame(goroutine.frames);
  if (place === null) return untold;
  return { certainty: 'certain', candidates: [{ ...candidateOf(goroutine, place, why), role }] };
}

function victimOf(death: Death, goroutine: DumpGoroutine, others: readonly DumpGoroutine[]): Victim {
  const able = others.filter((other) => isAble(peerState(other)));
  return {
    goroutine,
    place: firstOwnFrame(goroutine.frames),
    wrote: death.role === 'writer',
    alone: new Set(able.map(({ id }) => id)).size === 1,
  };
}

function isAble(state: PeerState): boolean {
  return state === 'active' || state === 'away';
}

function rankedActive(
  victim: Victim,
  others: readonly DumpGoroutine[],
  double: DoubleCrash | null,
): readonly Ranked[] {
  const reader = double?.meaning === 'same-side' ? double.other.id : null;
  return others.flatMap((goroutine): readonly Ranked[] => {
    if (peerState(goroutine) !== 'active' || goroutine.id === reader) return [];
    const clues = peerClues(victim, goroutine);
    const died: readonly Clue[] = goroutine === double?.other ? [diedToo] : [];
    return ranked(victim, goroutine, [could(goroutine), ...died, ...clues]);
  });
}

const diedToo: Clue = { points: 6, why: 'a second stack was printed for it, as for a goroutine that died' };

function could({ state }: DumpGoroutine): Clue {
  return { points: 1, why: state.startsWith('running') ? 'it ran' : 'it was stopped in mid-flight' };
}

function ranked(victim: Victim, goroutine: DumpGoroutine, clues: readonly Clue[]): readonly Ranked[] {
  const points = clues.reduce((sum, clue) => sum + clue.points, 0);
  if (points <= excludedPoints) return [];
  return racingPlaces(victim, goroutine).map(({ place, why }, at): Ranked => {
    const reasons = [...(why === null ? [] : [why]), ...clues.map((clue) => clue.why)];
    // The second place of one goroutine stands right behind the first.
    return { points: points - at / 2, candidate: candidateOf(goroutine, place, reasons.join('; ')) };
  });
}

/** It ran on another thread. Where it was is unknown, unless it was started by the same go statement as the one that died. */
function rankAway(
  victim: Victim,
  goroutine: DumpGoroutine,
  others: readonly DumpGoroutine[],
): readonly Ranked[] {
  if (peerState(goroutine) !== 'away') return [];
  if (others.some(({ id, frames }) => id === goroutine.id && frames.length > 0)) return [];
  const twin = [victim.goroutine, ...others].find((other) => isTwin(other, goroutine));
  const place = twin === undefined ? null : firstOwnFrame(twin.frames);
  const start = place?.frame ?? goroutine.createdBy;
  if (start === null) return [];
  const where = place === null ? 'where it was started' : 'the place of one that was started alike';
  const why = `it ran on another thread and its stack could not be read; this is ${where}`;
  const { function: name, file } = start;
  const line = place === null ? start.line : null;
  const candidate = { goroutine: goroutine.id, role: 'writer', function: name, file, line, why } as const;
  return [{ points: victim.alone ? 3 : 2, candidate }];
}

function isTwin(left: DumpGoroutine, right: DumpGoroutine): boolean {
  const [one, two] = [left.createdBy, right.createdBy];
  if (one === null || two === null || left.frames.length === 0) return false;
  return one.function === two.function && one.file === two.file && one.line === two.line && one.line !== null;
}

/** A parked goroutine was not in the map when the flag was seen, so it counts only when nothing else is there, and only in the same code. */
function rankedWaiting(victim: Victim, others: readonly DumpGoroutine[]): readonly Ranked[] {
  return others
    .filter((goroutine) => peerState(goroutine) === 'waiting')
    .flatMap((goroutine): readonly Ranked[] => {
      const clues = peerClues({ ...victim, alone: false }, goroutine);
      const parked = { points: -2, why: `it waited (${goroutine.state}), so it left the map before` };
      return clues.some(({ points }) => points >= 3) ? ranked(victim, goroutine, [parked, ...clues]) : [];
    })
    .map((entry) => ({ ...entry, points: Math.min(entry.points, likelyPoints - 1) }))
    .sort(strongest);
}

function verdict(found: readonly Ranked[]): Peer {
  const [best] = found;
  if (best === undefined) return untold;
  const certainty = best.points >= likelyPoints ? 'likely' : 'hypothesis';
  return { certainty, candidates: found.slice(0, candidatesMax).map(({ candidate }) => candidate) };
}

function strongest(left: Ranked, right: Ranked): number {
  return right.points - left.points || (left.candidate.goroutine ?? 0) - (right.candidate.goroutine ?? 0);
}

function candidateOf(goroutine: DumpGoroutine, { frame }: OwnFrame, why: string): PeerCandidate {
  const { function: name, file, line } = frame;
  return { goroutine: goroutine.id, role: 'writer', function: name, file, line, why };
}
