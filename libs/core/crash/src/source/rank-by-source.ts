import type { Crash } from '@faultline/model';
import { isMapKind } from '../judge/kind-family.js';
import type { SourceFacts } from '../judge/patch-hint.js';
import { type SourceHypothesis, withSourceHypotheses } from '../judge/source-hypotheses.js';
import { atTheWrite } from './at-the-write.js';
import { crashedAccesses } from './crashed-access.js';
import type { GoSourceIndex } from './go-file.js';
import { writtenAs } from './held-locks.js';
import { lockFacts } from './lock-facts.js';
import { mapAccesses, type AccessSite, type MapAccesses } from './map-accesses.js';
import { nameInDump } from './name-in-dump.js';
import { weighWriter, type WeighedWriter } from './weigh-writer.js';

export interface RankedBySource {
  readonly crash: Crash;
  /** For the patch hint. */
  readonly facts: SourceFacts;
}

/** A person looks at a few; many writes of one function say the same. */
const hypothesesMax = 12;
const ofOneFunctionMax = 2;

/**
 * A crash with what the source of its program adds: who else writes to the map that it died of, ranked by the locks that are missing. The
 * source shows who could have written, so nothing becomes certain by it. A place that is not in the source leaves the crash as it is and says so.
 * The first crash of a program costs time in proportion to its sources, each further one to the accesses of its map.
 */
export function rankBySource(crash: Crash, index: GoSourceIndex): RankedBySource {
  if (crash.crashing === null || !(isMapKind(crash.kind) || crash.kind.startsWith('race_report'))) {
    return { crash, facts: {} };
  }
  const accesses = mapAccesses(index);
  const [died] = crashedAccesses(crash.crashing, accesses);
  if (died === undefined) return { crash: noted(crash, notFound), facts: {} };
  const writers = rankedWriters(died, crash, accesses);
  const place = `${died.site.file.path}:${String(died.access.line)}`;
  const note = `by the source, the map is ${writtenAs(died.access.map)} (${place})`;
  const hypotheses = writers.map(({ writer, why }): SourceHypothesis => {
    const { function: name, line } = nameInDump(writer, crash, accesses);
    return { function: name, file: writer.site.file.path, line, why };
  });
  const merged = writersFirst(withSourceHypotheses(crash, hypotheses), hypotheses);
  const isSameBuild = died.access.line === crash.crashing.line;
  const ranked = isSameBuild ? atTheWrite(merged, hypotheses) : merged;
  const cannotTell = ranked.cannotTell.filter(({ what }) => what !== nameOfMap);
  return {
    crash: noted({ ...ranked, cannotTell }, note),
    facts: lockFacts(died, writers[0]?.writer ?? null, accesses),
  };
}

/** Goroutines that merely stood somewhere come behind writers that the source knows; what the dump makes likely stays where it is. */
function writersFirst(crash: Crash, hypotheses: readonly SourceHypothesis[]): Crash {
  const { certainty, candidates } = crash.peer;
  if (certainty !== 'hypothesis') return crash;
  const writers = new Set(hypotheses.map(({ function: name }) => name));
  const known = candidates.filter(({ function: name }) => writers.has(name));
  const others = candidates.filter(({ function: name }) => !writers.has(name));
  return { ...crash, peer: { certainty, candidates: [...known, ...others] } };
}

/** What the dump alone cannot tell and the source does, in the words of `cannotTell`. */
const nameOfMap = 'the name of the map';

const notFound = 'the place that died is not in the source that was given';

function noted(crash: Crash, note: string): Crash {
  return { ...crash, notes: [...crash.notes, note] };
}

function rankedWriters(died: AccessSite, crash: Crash, accesses: MapAccesses): readonly WeighedWriter[] {
  const isTest = ({ site }: AccessSite): boolean => site.file.path.endsWith('_test.go');
  // A test cannot race with the program, unless it is a test that died.
  const all = (accesses.byMap.get(died.map) ?? []).filter((each) => isTest(died) || !isTest(each));
  const writers = all
    .filter(
      ({ access }) =>
        access.operation === 'write' || access.operation === 'delete' || access.operation === 'clear',
    )
    .map((writer) => weighWriter(writer, died, all, accesses))
    .sort((a, b) => b.weight - a.weight || placeOrder(a.writer, b.writer));
  const counts = new Map<string, number>();
  const kept = writers.filter(({ writer: { site } }) => {
    const count = (counts.get(site.id) ?? 0) + 1;
    counts.set(site.id, count);
    return count <= ofOneFunctionMax;
  });
  return kept.slice(0, hypothesesMax);
}

function placeOrder(a: AccessSite, b: AccessSite): number {
  if (a.site.file.path !== b.site.file.path) return a.site.file.path < b.site.file.path ? -1 : 1;
  return a.access.line - b.access.line;
}
