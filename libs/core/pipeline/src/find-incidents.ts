import type { ImpactCandidate } from '@faultline/detect';
import type { CausalGraph } from '@faultline/graph';
import { severities, type Evidence, type EventIndex, type Incident } from '@faultline/model';
import { describeIncident } from './describe-incident.js';
import { explainImpacts, type Explained, type Harm } from './explain-impacts.js';
import type { IncidentInput } from './incident-input.js';

/** Impacts that are explained one by one before they are grouped; the detections hand them over worst first. */
export const maxImpacts = 40;

/**
 * Impacts with a common root are one incident. Each impact is explained alone; those whose first root is the same entity, with evidence behind
 * it, are explained again together. Selected impacts are one incident by definition.
 */
export function findIncidents(input: IncidentInput): Incident[] {
  const evidenceOf = evidenceByEntity(input);
  const explain = (harms: readonly Harm[]) =>
    explainImpacts(input.graph, harms, evidenceBy(lastTime(input.graph, harms), evidenceOf, input.index));
  if (input.selected.length > 0) {
    const harms = input.selected.map((impact): Harm => ({ ...impact, candidate: null, carriers: null }));
    return [describeIncident(explain(harms), input)];
  }
  const harms = input.detected.slice(0, maxImpacts).flatMap((candidate) => harmOf(candidate, input.graph));
  const groups = new Map<string, { harms: Harm[]; alone: Explained }>();
  for (const harm of harms) {
    const alone = explain([harm]);
    const key = groupKey(alone, harm);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { harms: [harm], alone });
    else group.harms.push(harm);
  }
  const incidents = [...groups.values()].map(({ harms: together, alone }) =>
    describeIncident(together.length === 1 ? alone : explain(together), input),
  );
  return incidents.sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (b.rootCauses[0]?.posterior ?? 0) - (a.rootCauses[0]?.posterior ?? 0) ||
      a.window.startUs - b.window.startUs ||
      (a.id < b.id ? -1 : 1),
  );
}

function evidenceByEntity({ graph, gathered }: IncidentInput): ReadonlyMap<number, readonly Evidence[]> {
  const map = new Map<number, Evidence[]>();
  for (const { entity, evidence } of gathered.located) {
    const place = graph.indexOf(entity.kind, entity.key);
    if (place < 0) continue;
    const list = map.get(place);
    if (list === undefined) map.set(place, [evidence]);
    else list.push(evidence);
  }
  return map;
}

/**
 * What was known against each entity by the time of the harm. A process that misbehaves only afterwards may be a victim of the same chain; it is no
 * origin of it.
 */
function evidenceBy(
  atUs: number,
  all: ReadonlyMap<number, readonly Evidence[]>,
  index: EventIndex,
): ReadonlyMap<number, readonly Evidence[]> {
  const since = (evidence: Evidence) =>
    evidence.events.reduce((first, id) => Math.min(first, index.byId(id)?.atUs ?? Infinity), Infinity);
  const known = new Map<number, readonly Evidence[]>();
  for (const [entity, list] of all) {
    const before = list.filter((evidence) => evidence.events.length === 0 || since(evidence) <= atUs);
    if (before.length > 0) known.set(entity, strongestPerTest(before));
  }
  return known;
}

function lastTime(graph: CausalGraph, harms: readonly Harm[]): number {
  return harms.reduce((last, harm) => Math.max(last, graph.atUs[harm.seq] ?? 0), 0);
}

/** Several suspects at one entity (two bursts of one key) are reported by the strongest result of each test, or evidence would count twice. */
function strongestPerTest(list: readonly Evidence[]): Evidence[] {
  const best = new Map<string, Evidence>();
  for (const item of list) {
    const known = best.get(item.test);
    if (known === undefined || item.e > known.e || (item.e === known.e && item.reason < known.reason))
      best.set(item.test, item);
  }
  return [...best.values()].sort((a, b) =>
    a.family === b.family ? (a.test < b.test ? -1 : 1) : a.family < b.family ? -1 : 1,
  );
}

/** The impact as a place in the graph: its entity and the last link that carries it. Nothing when no link does. */
function harmOf(candidate: ImpactCandidate, graph: CausalGraph): Harm[] {
  const entity = graph.indexOf(candidate.entity.kind, candidate.entity.key);
  if (entity < 0) return [];
  const carriers = candidate.carriers;
  let seq = -1;
  for (let link = graph.linkCount - 1; link >= 0 && seq < 0; link--) {
    if (graph.to[link] !== entity || (graph.atUs[link] ?? 0) > candidate.atUs + graceUs) continue;
    if (carriers === null || graph.linkEvents(link).some((id) => carriers.has(id))) seq = link;
  }
  return seq < 0 ? [] : [{ entity, seq, candidate, carriers }];
}

/** Several reads by one actor are one impact with the time of the first; the later ones carry it as well. */
const graceUs = 3_600_000_000;

/** Impacts with the same convincing root belong together; without one, only what the same detection saw at the same place. */
function groupKey(explained: Explained, harm: Harm): string {
  const top = explained.fusion.ranked[0];
  const convincing =
    top !== undefined &&
    top.candidate.own.some((item) => item.status === 'SIGNIFICANT') &&
    top.posterior >= 0.5;
  if (convincing) return `root ${top.candidate.entity}`;
  return `${harm.candidate?.detection ?? 'selected'} ${harm.entity}`;
}
