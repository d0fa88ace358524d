import { crashControls, planControls, removalCosts } from '@faultline/defence';
import { attackSubgraph, naturalOrigins, type CausalGraph } from '@faultline/graph';
import {
  severities,
  type Entity,
  type Impact,
  type Incident,
  type Link,
  type RootCause,
  type Severity,
  type Unknown,
} from '@faultline/model';
import {
  causalShare,
  certificateOf,
  cheapestCut,
  massCut,
  singleBreakpoints,
  verdictOf,
  type CutInput,
  type Posterior,
} from '@faultline/rootcause';
import { withArrival } from './arrival.js';
import type { Explained, Harm } from './explain-impacts.js';
import type { IncidentInput } from './incident-input.js';

/** Candidates at least this likely are treated as attacker-controlled when breakpoints are computed. */
const originPosterior = 0.05;
const maxOrigins = 8;
/** A chain longer than this is cut from the document (not from the certificate) and said so. */
const maxChainLinks = 4000;

/** The answer about one set of impacts: ranked root causes, chain, breakpoints with certificate, controls, unknowns. */
export function describeIncident(explained: Explained, input: IncidentInput): Incident {
  const { graph, harms } = explained;
  const roots = explained.fusion.ranked
    .slice(0, input.options.top)
    .map((posterior, place) => rootCauseOf(posterior, place + 1, explained));
  const origins = originsOf(explained);
  const attack = attackSubgraph(graph, origins, harms);
  const costs = removalCosts(input.graph, attack.links);
  const harmed = new Set(harms.map((harm) => harm.entity));
  const cut: CutInput = {
    graph,
    origins,
    impacts: harms,
    cost: (entity) => (harmed.has(entity) ? null : costs(entity)),
  };
  const single = singleBreakpoints(cut)
    .map((entity) => ({ entity: entityOf(graph, entity), cost: cut.cost(entity) ?? 0 }))
    .sort((a, b) => a.cost - b.cost);
  const cheapest = cheapestCut(cut);
  const controls = controlsOf(single, explained, input);
  const controlOf = new Map(controls.map((control) => [control.entity.id, control.id]));
  const impacts = impactsOf(harms, input);
  const chain = chainOf(graph, withArrival(graph, attack.links, origins));
  const title = harms[0]?.candidate?.title ?? `Impact on ${impacts[0]?.entity.label ?? '?'}`;
  return {
    id: `incident:${input.options.sha256(JSON.stringify([roots[0]?.entity.id ?? null, impacts.map((impact) => [impact.entity.id, impact.atUs])])).slice(0, 24)}`,
    title,
    severity: worst(harms),
    window: windowOf(graph, attack.links, impacts, roots[0]),
    impacts,
    rootCauses: roots,
    originNotObserved: explained.fusion.originNotObserved,
    breakpoints: {
      single: single.map((item) => ({ ...item, control: controlOf.get(item.entity.id) ?? null })),
      set: {
        entities: cheapest.removed.map((entity) => entityOf(graph, entity)),
        cost: cheapest.cost,
        lowerBound: cheapest.lowerBound,
        optimal: cheapest.optimal,
      },
      mass: massOf(explained, origins, cut),
    },
    certificate: certificateOf(cut, cheapest),
    chain,
    controls,
    unknowns: unknownsOf(explained, roots, input, chain, attack.links.length),
  };
}

/** One control per breakpoint, and what crashes of programs need beyond; of two for one entity the one with artefacts. */
function controlsOf(
  single: Parameters<typeof planControls>[0],
  { harms }: Explained,
  { index, graph, options }: IncidentInput,
): Incident['controls'] {
  const attack = [...new Set(harms.flatMap((harm) => harm.candidate?.attack ?? []))];
  const carriers = new Set(
    harms.flatMap(({ candidate }) =>
      candidate === null ? [] : [candidate.event, ...(candidate.carriers ?? [])],
    ),
  );
  const crash = crashControls({ index, graph, sha256: options.sha256, carriers });
  const known = new Set(crash.map((control) => control.id));
  return [...planControls(single, attack).filter((control) => !known.has(control.id)), ...crash];
}

function rootCauseOf(item: Posterior, rank: number, { graph, search }: Explained): RootCause {
  const { candidate, posterior, interval } = item;
  const link = search.firstLink.get(candidate.entity);
  const told = candidate.own.find((evidence) => evidence.status === 'SIGNIFICANT')?.events[0];
  return {
    rank,
    entity: entityOf(graph, candidate.entity),
    atUs: link === undefined ? 0 : (graph.atUs[link] ?? 0),
    event: told ?? (link === undefined ? null : (graph.linkEvents(link)[0] ?? null)),
    posterior: clampProbability(posterior),
    interval: [clampProbability(interval[0]), clampProbability(interval[1])],
    verdict: verdictOf(item),
    evidence: [...candidate.evidence],
    share: clampProbability(candidate.share),
  };
}

/**
 * Whom the cut must hold against: the likely origins. Where no candidate has evidence, every entry node of the slice (the contract's rule for
 * ready graphs), because then nothing tells an attacker's entry from any other.
 */
function originsOf({ graph, harms, fusion }: Explained): number[] {
  const accused = fusion.ranked.filter(
    (item) =>
      item.posterior >= originPosterior &&
      item.candidate.own.some((evidence) => evidence.status === 'SIGNIFICANT'),
  );
  if (accused.length > 0) return accused.slice(0, maxOrigins).map((item) => item.candidate.entity);
  return naturalOrigins(graph, harms);
}

function massOf(
  { graph, harms, search }: Explained,
  origins: readonly number[],
  cut: CutInput,
): Incident['breakpoints']['mass'] {
  const shares = causalShare(graph, origins, harms, search.options);
  return massCut(shares.walk, harms, cut.cost).map((mass) => ({
    entities: mass.entities.map((entity) => entityOf(graph, entity)),
    residualMass: clampProbability(mass.residualMass),
  }));
}

function impactsOf(harms: readonly Harm[], { graph, index }: IncidentInput): Impact[] {
  const impacts = harms.map((harm): Impact => {
    const { entity, seq, candidate } = harm;
    const by = candidate?.by ?? null;
    const actor = by === null ? -1 : graph.indexOf(by.kind, by.key);
    return {
      entity: entityOf(graph, entity),
      atUs:
        candidate === null
          ? (graph.atUs[seq] ?? harm.askedAtUs ?? firstTime(graph, entity))
          : (index.byId(candidate.event)?.atUs ?? candidate.atUs),
      event: candidate?.event ?? (seq < 0 ? null : (graph.linkEvents(seq)[0] ?? null)),
      why: candidate?.why ?? 'selected with --impact',
      by: actor < 0 ? null : entityOf(graph, actor),
    };
  });
  return impacts.sort((a, b) => a.atUs - b.atUs || (a.entity.id < b.entity.id ? -1 : 1));
}

function chainOf(graph: CausalGraph, links: Int32Array): Incident['chain'] {
  const shown = links.slice(-maxChainLinks);
  const met = new Set<number>();
  const drawn = Array.from(shown, (link): Link => {
    const from = graph.from[link] ?? 0;
    const to = graph.to[link] ?? 0;
    met.add(from).add(to);
    return {
      id: graph.linkId(link),
      from: graph.entityId(from),
      to: graph.entityId(to),
      atUs: graph.atUs[link] ?? 0,
      seq: link,
      kind: graph.linkKind(link),
      rule: graph.linkRule(link),
      basis: graph.linkBasis(link),
      events: [...graph.linkEvents(link)],
    };
  });
  return { entities: [...met].sort((a, b) => a - b).map((entity) => entityOf(graph, entity)), links: drawn };
}

function windowOf(
  graph: CausalGraph,
  links: Int32Array,
  impacts: readonly Impact[],
  root: RootCause | undefined,
): Incident['window'] {
  const times = [
    ...impacts.map((impact) => impact.atUs),
    ...(root === undefined || root.verdict === 'INSUFFICIENT' ? [] : [root.atUs]),
    ...[links[0], links.at(-1)].flatMap((link) => (link === undefined ? [] : [graph.atUs[link] ?? 0])),
  ];
  return { startUs: Math.min(...times), endUs: Math.max(...times) };
}

function unknownsOf(
  { fusion }: Explained,
  roots: readonly RootCause[],
  { gathered }: IncidentInput,
  chain: Incident['chain'],
  links: number,
): Unknown[] {
  const kinds = new Set(chain.entities.map((entity) => entity.kind));
  const unknowns = gathered.unknowns
    .filter(({ concerns }) => concerns === null || [...concerns].some((kind) => kinds.has(kind)))
    .map(({ unknown }) => unknown);
  const first = roots[0];
  if (first === undefined || first.verdict === 'INSUFFICIENT') {
    unknowns.push({
      what: 'origin',
      why:
        first === undefined
          ? 'nothing in the records leads to the impact'
          : 'no candidate has enough evidence of its own',
      effect: `origin not observed: ${(100 * fusion.originNotObserved).toFixed(0)} % on an origin outside the records; the list of candidates is an order of search, not an accusation`,
    });
  }
  if (links > maxChainLinks)
    unknowns.push({
      what: 'chain',
      why: `it has ${links} links`,
      effect: `only the last ${maxChainLinks} are listed; the certificate has all of them`,
    });
  return unknowns;
}

function worst(harms: readonly Harm[]): Severity {
  const found = harms.map((harm) => severities.indexOf(harm.candidate?.severity ?? 'high'));
  return severities[Math.min(...found)] ?? 'high';
}

function entityOf(graph: CausalGraph, index: number): Entity {
  const { kind, key, label } = graph.entity(index);
  return { id: graph.entityId(index), kind, key, label };
}

function clampProbability(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** First time that an entity appears; for an impact that nothing led to. */
function firstTime(graph: CausalGraph, entity: number): number {
  for (let link = 0; link < graph.linkCount; link++) {
    if (graph.from[link] === entity || graph.to[link] === entity) return graph.atUs[link] ?? 0;
  }
  return 0;
}
