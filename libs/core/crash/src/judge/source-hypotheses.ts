import type { Crash } from '@faultline/model';
import type { PeerCandidate } from './rank-peers.js';

/** A place in the source that writes to the map that the program died of. */
export interface SourceHypothesis {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly why: string;
}

/** As many as a person can look at. */
const candidatesMax = 20;

/**
 * The crash with what its source tells about the other party: candidates of the dump that the source confirms come first, then the other
 * ones, then writers that only the source knows (no goroutine). The source shows who could write and never who did, so nothing becomes
 * certain by it, and what is certain stays as it is.
 */
export function withSourceHypotheses(crash: Crash, hypotheses: readonly SourceHypothesis[]): Crash {
  const { peer } = crash;
  if (peer.certainty === 'certain' || hypotheses.length === 0) return crash;
  const matched = peer.candidates.map((candidate) => confirmedBy(candidate, hypotheses));
  const known = new Set(peer.candidates.map(({ function: name }) => name));
  const added = hypotheses
    .filter((hypothesis) => !known.has(hypothesis.function))
    .map(({ function: name, file, line, why }) => ({
      goroutine: null,
      role: 'writer' as const,
      function: name,
      file,
      line,
      why,
    }));
  const candidates = [
    ...matched.flatMap(({ candidate, matches }) => (matches ? [candidate] : [])),
    ...matched.flatMap(({ candidate, matches }) => (matches ? [] : [candidate])),
    ...added,
  ].slice(0, candidatesMax);
  const certainty = peer.certainty === 'cannot-be-told' ? 'hypothesis' : peer.certainty;
  return { ...crash, peer: { certainty, candidates } };
}

function confirmedBy(
  candidate: PeerCandidate,
  hypotheses: readonly SourceHypothesis[],
): { readonly candidate: PeerCandidate; readonly matches: boolean } {
  const hypothesis = hypotheses.find(({ function: name }) => name === candidate.function);
  if (hypothesis === undefined) return { candidate, matches: false };
  return { candidate: { ...candidate, why: `${candidate.why}; ${hypothesis.why}` }, matches: true };
}
