import {
  attackSubgraph,
  forwardSlice,
  naturalOrigins,
  type CausalGraph,
  type ImpactPoint,
  type LinkArrays,
} from '@faultline/graph';
import type { Evidence } from '@faultline/model';
import { causalShare } from '../share/causal-share.js';
import { linkRarity } from '../share/link-rarity.js';
import { defaultShareOptions, type ShareOptions } from '../share/share-options.js';
import { familyRatios, product } from './family-ratios.js';
import { fusionParameters } from './fusion-parameters.js';

/** Kinds that lie outside anyone's trust boundary. */
const outside: ReadonlySet<string> = new Set(['ip', 'url', 'domain']);

const dayUs = 86_400_000_000;

/** tau per kind of link (rootcause §2.4): how long an inflow keeps explaining. */
const tauUs: Readonly<Record<string, number>> = {
  'left-workspace-to': 3_600_000_000,
  ran: 3_600_000_000,
  'pushed-digest': 30 * dayUs,
  produced: 30 * dayUs,
  'deployed-by': 30 * dayUs,
  'replaced-code-of': 30 * dayUs,
  'speaks-for': 30 * dayUs,
  'signs-with': 30 * dayUs,
  signed: 3_600_000_000,
  'presented-in': 3_600_000_000,
  'executed-as': 7 * dayUs,
  wrote: 7 * dayUs,
};

/**
 * How much of its target an inflow of a kind determines, 1 where not listed. A service goes on as before after almost every request, a process after
 * almost every answer; starting a program or replacing code decides what it is.
 */
const hold: Readonly<Record<string, number>> = {
  reached: 0.01,
  answered: 0.05,
  'connected-to': 0.05,
  'accepted-by': 0.05,
  'loaded-by': 0.2,
};

/** 1 + 9 · P(the link is part of the attack), the probability taken as 1 downstream of an entity with a strong family of evidence. */
const evidenceFactor = 10;

/** A possible origin of the impact. */
export interface Candidate {
  readonly entity: number;
  /** Part of the backward explanations that pass through it: how good a cut it is. */
  readonly share: number;
  /** Part of the backward explanations that begin at it: how likely an origin before any evidence. */
  readonly originMass: number;
  readonly own: readonly Evidence[];
  /** Own evidence and that of everything it reached on the way to the impact. */
  readonly evidence: readonly Evidence[];
  readonly ratios: ReadonlyMap<string, number>;
  /** Candidates with evidence of their own that reach this one: were one of them compromised, this one would not be the origin. */
  readonly upstream: readonly number[];
}

export interface CandidateSearch {
  readonly candidates: readonly Candidate[];
  /** The weights that the shares were computed with; residual masses use the same. */
  readonly options: ShareOptions;
  /** Index of the earliest link of each candidate inside the attack subgraph. */
  readonly firstLink: ReadonlyMap<number, number>;
}

/**
 * Candidates: entry nodes of the backward slice, entities outside the trust boundary, and every entity of the slice with evidence of its own.
 * Evidence is inherited upstream only by entities that have some themselves: an entity that merely lies on the way (a reviewed commit) is not
 * accused by what happened after it. Cost: O(links) plus one sweep of the attack subgraph per entity with evidence.
 */
export function findCandidates(
  graph: CausalGraph,
  impacts: readonly ImpactPoint[],
  evidenceOf: ReadonlyMap<number, readonly Evidence[]>,
): CandidateSearch {
  const slice = attackSubgraph(graph, allSources(graph), impacts);
  const inSlice = new Set(slice.entities);
  const accused = mostAccused(
    [...evidenceOf].filter(([entity, list]) => inSlice.has(entity) && speaks(list)),
  );
  const impactSet = new Set(impacts.map((impact) => impact.entity));
  const natural = new Set(naturalOrigins(graph, impacts));
  const origins = new Set([
    ...natural,
    ...[...slice.entities].filter((entity) => outside.has(graph.entity(entity).kind)),
    ...accused,
  ]);
  for (const entity of impactSet) if (!accused.includes(entity)) origins.delete(entity);
  const ordered = [...origins].filter((entity) => inSlice.has(entity)).sort((a, b) => a - b);
  if (ordered.length === 0) return { candidates: [], options: defaultShareOptions, firstLink: new Map() };
  const sub = linksOf(graph, slice.links);
  const suspicious = downstreamOf(
    sub,
    slice.links,
    accused.filter((entity) => isStrong(evidenceOf.get(entity) ?? [])),
  );
  const rarity = linkRarity(graph);
  // Shares are walked back to where the slice begins and to the outside world: an accused entity in the middle must not hide what led to it, nor a
  // service that was there before its first recorded deployment what was deployed to it.
  const fed = new Set(sub.to);
  const entries = ordered.filter(
    (entity) => outside.has(graph.entity(entity).kind) || (natural.has(entity) && !fed.has(entity)),
  );
  const factor = (link: number) =>
    (rarity[link] ?? 1) * (hold[graph.linkKind(link)] ?? 1) * (suspicious.has(link) ? evidenceFactor : 1);
  const options: ShareOptions = { ...defaultShareOptions, tauUs, factor };
  const shares = causalShare(graph, entries.length > 0 ? entries : ordered, impacts, options);
  const shareOf = new Map(shares.entities.map((item) => [item.entity, item]));
  const reaches = new Map(accused.map((entity) => [entity, reachedBy(sub, entity)]));
  const firstLink = firstLinks(graph, slice.links);
  // Two entities may reach each other (a file runs, the process writes it again); then the one that came first counts as upstream.
  const isEarlier = (a: number, b: number) =>
    !(reaches.get(b)?.has(a) ?? false) || (firstLink.get(a) ?? 0) < (firstLink.get(b) ?? 0);
  const candidates = ordered.map((entity): Candidate => {
    const own = evidenceOf.get(entity) ?? [];
    const isAccused = reaches.has(entity);
    const below = isAccused
      ? accused.filter((other) => other !== entity && (reaches.get(entity)?.has(other) ?? false))
      : [];
    const evidence = inherit(
      own,
      below.map((other) => evidenceOf.get(other) ?? []),
    );
    return {
      entity,
      share: shareOf.get(entity)?.share ?? 0,
      originMass: shareOf.get(entity)?.originMass ?? 0,
      own,
      evidence: isAccused ? evidence : own,
      ratios: isAccused ? familyRatios(evidence) : new Map<string, number>(),
      upstream: accused.filter(
        (other) => other !== entity && (reaches.get(other)?.has(entity) ?? false) && isEarlier(other, entity),
      ),
    };
  });
  return { candidates, options, firstLink };
}

/** Each accused entity costs a sweep; beyond this many only the strongest are followed, which an attacker cannot crowd out with weak decoys. */
const maxAccused = 200;

function mostAccused(found: readonly (readonly [number, readonly Evidence[]])[]): number[] {
  const ranked = found.map(([entity, list]) => ({ entity, ratio: product(familyRatios(list)) }));
  if (ranked.length > maxAccused) ranked.sort((a, b) => b.ratio - a.ratio || a.entity - b.entity);
  return ranked.slice(0, maxAccused).map(({ entity }) => entity);
}

/** Some test of the entity found something. */
function speaks(list: readonly Evidence[]): boolean {
  return list.some((item) => item.status === 'SIGNIFICANT');
}

/** Some family of the entity's own tests is strong. */
function isStrong(list: readonly Evidence[]): boolean {
  return [...familyRatios(list).values()].some((ratio) => ratio >= fusionParameters.strongFamily);
}

/** Links of the slice that some of the entities lead to. */
function downstreamOf(sub: LinkArrays, links: Int32Array, entities: readonly number[]): ReadonlySet<number> {
  const marks = forwardSlice(sub, entities);
  return new Set(links.filter((_, place) => marks[place] !== 0));
}

/**
 * A family counts once: the entity's own tests where it has any, else the strongest set of tests below it. A suspect below contributes as a
 * whole, so that significant tests are not picked from different suspects.
 */
function inherit(own: readonly Evidence[], below: readonly (readonly Evidence[])[]): Evidence[] {
  const families = new Set(own.map((item) => item.family));
  const best = new Map<string, { ratio: number; items: readonly Evidence[] }>();
  for (const list of below) {
    const ratios = familyRatios(list);
    for (const [family, ratio] of ratios) {
      if (families.has(family) || ratio <= (best.get(family)?.ratio ?? 0)) continue;
      best.set(family, { ratio, items: list.filter((item) => item.family === family) });
    }
  }
  return [...own, ...[...best.values()].flatMap(({ items }) => items)];
}

function allSources(graph: CausalGraph): Iterable<number> {
  return new Set(graph.from);
}

function linksOf(graph: CausalGraph, links: Int32Array): LinkArrays {
  return {
    entityCount: graph.entityCount,
    linkCount: links.length,
    from: links.map((link) => graph.from[link] ?? 0),
    to: links.map((link) => graph.to[link] ?? 0),
  };
}

function reachedBy(sub: LinkArrays, entity: number): ReadonlySet<number> {
  const marks = forwardSlice(sub, [entity]);
  const reached = new Set<number>();
  for (let link = 0; link < sub.linkCount; link++) if (marks[link] !== 0) reached.add(sub.to[link] ?? -1);
  return reached;
}

function firstLinks(graph: CausalGraph, links: Int32Array): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (const link of links) {
    const from = graph.from[link] ?? -1;
    const to = graph.to[link] ?? -1;
    if (!first.has(to)) first.set(to, link);
    if (!first.has(from)) first.set(from, link);
  }
  return first;
}

/** Ratio of an entity as if alone: its families multiplied. */
export function candidateRatio(candidate: Candidate): number {
  return product(candidate.ratios);
}
