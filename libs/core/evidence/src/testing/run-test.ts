import { buildCausalGraph } from '@faultline/graph';
import { fakeSha256 } from '@faultline/graph/testing';
import { indexEvents, type Event, type Evidence } from '@faultline/model';
import type { EvidenceReport, EvidenceTest } from '../located-evidence.js';

/** What one test says about these records. */
export function reportOf(test: EvidenceTest, events: readonly Event[]): EvidenceReport {
  return test.run({ index: indexEvents(events), graph: buildCausalGraph([], fakeSha256) });
}

export function evidenceOf(test: EvidenceTest, events: readonly Event[]): readonly Evidence[] {
  return reportOf(test, events).found.map(({ evidence }) => evidence);
}

/** The result about the one suspect of these records. */
export function onlyEvidence(test: EvidenceTest, events: readonly Event[]): Evidence {
  const found = evidenceOf(test, events);
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${test.id} found ${found.length} suspects, one was expected`);
  return only;
}

/** False alarms that `runs` honest inputs may give at this rate but for one chance in ten thousand. */
export function alarmsAllowed(runs: number, rate: number): number {
  let chance = (1 - rate) ** runs;
  let upTo = chance;
  let count = 0;
  while (1 - upTo > 1e-4) {
    count += 1;
    chance *= ((runs - count + 1) / count) * (rate / (1 - rate));
    upTo += chance;
  }
  return count;
}
