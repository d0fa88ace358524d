import type { Crash } from '@faultline/model';
import type { SourceHypothesis } from '../judge/source-hypotheses.js';

type Candidate = Crash['peer']['candidates'][number];

/**
 * A goroutine is stopped some instructions late, so it stands behind its write, mostly by a line or two. The source knows the line that writes: the
 * candidate is named by it, and says where it stood. Only for sources of the very build, where lines are equal.
 */
export function atTheWrite(crash: Crash, hypotheses: readonly SourceHypothesis[]): Crash {
  const { certainty, candidates } = crash.peer;
  if (certainty === 'certain') return crash;
  return { ...crash, peer: { certainty, candidates: candidates.map((each) => moved(each, hypotheses)) } };
}

function moved(candidate: Candidate, hypotheses: readonly SourceHypothesis[]): Candidate {
  const { line: stood } = candidate;
  const lines = hypotheses
    .filter(({ function: name }) => name === candidate.function)
    .flatMap(({ line }) => line ?? [])
    .sort((a, b) => a - b);
  const [first] = lines;
  if (stood === null || first === undefined || lines.includes(stood)) return candidate;
  const line = lines.findLast((each) => each < stood) ?? first;
  return { ...candidate, line, why: `${candidate.why}; it stood at line ${String(stood)}` };
}
