import type { Certificate } from '@faultline/model';
import { quoted } from './verification-report.js';

type CertificateEntity = Certificate['entities'][number];
type CertificateLink = Certificate['links'][number];

/** A certificate by id, links in the order of their `seq`. */
export interface CertificateGraph {
  readonly entities: ReadonlyMap<string, CertificateEntity>;
  readonly links: ReadonlyMap<string, CertificateLink>;
  readonly inOrder: readonly CertificateLink[];
  readonly origins: ReadonlySet<string>;
  /** Latest `seq` at which a link into the impact entity still counts. */
  readonly impacts: ReadonlyMap<string, number>;
  /** Ends of `inOrder` as places in the list of entities, -1 where not listed. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly placeOf: ReadonlyMap<string, number>;
}

export function certificateGraph(certificate: Certificate): CertificateGraph {
  const impacts = new Map<string, number>();
  for (const { entity, seq } of certificate.impacts)
    impacts.set(entity, Math.max(seq, impacts.get(entity) ?? seq));
  const inOrder = [...certificate.links].sort((a, b) => a.seq - b.seq);
  const placeOf = new Map(certificate.entities.map(({ id }, place) => [id, place]));
  return {
    entities: new Map(certificate.entities.map((entity) => [entity.id, entity])),
    links: new Map(certificate.links.map((link) => [link.id, link])),
    inOrder,
    origins: new Set(certificate.origins),
    impacts,
    from: Int32Array.from(inOrder, ({ from }) => placeOf.get(from) ?? -1),
    to: Int32Array.from(inOrder, ({ to }) => placeOf.get(to) ?? -1),
    placeOf,
  };
}

/** What is wrong with the certificate's own lists, before any claim is looked at; null when nothing is. */
export function graphFault(certificate: Certificate, graph: CertificateGraph): string | null {
  if (graph.entities.size !== certificate.entities.length) return 'two entities have the same id';
  if (graph.links.size !== certificate.links.length) return 'two links have the same id';
  for (const { id, cost } of certificate.entities) {
    if (cost !== null && cost < 0) return `entity ${quoted(id)} has the negative cost ${cost}`;
  }
  for (const { id, from, to } of certificate.links) {
    if (!graph.entities.has(from) || !graph.entities.has(to))
      return `link ${quoted(id)} ends at an entity that is not listed`;
  }
  for (const origin of certificate.origins) {
    if (!graph.entities.has(origin)) return `origin ${quoted(origin)} is not listed as an entity`;
  }
  for (const { entity } of certificate.impacts) {
    const listed = graph.entities.get(entity);
    if (listed === undefined) return `impact ${quoted(entity)} is not listed as an entity`;
    if (listed.cost !== null) return `impact ${quoted(entity)} has a cost: an impact cannot be removed`;
  }
  return orderFault(graph);
}

function orderFault({ inOrder }: CertificateGraph): string | null {
  for (let i = 1; i < inOrder.length; i++) {
    const [earlier, later] = [inOrder[i - 1]!, inOrder[i]!];
    if (earlier.seq === later.seq)
      return `links ${quoted(earlier.id)} and ${quoted(later.id)} have the same seq`;
    if (earlier.atUs > later.atUs)
      return `link ${quoted(later.id)} has a later seq but an earlier time than ${quoted(earlier.id)}`;
  }
  return null;
}

/** Does some path lead from an origin to an impact without an entity of `removed`? One pass over the links in order. */
export function pathSurvives(graph: CertificateGraph, removed: ReadonlySet<string>): boolean {
  const state = new Uint8Array(graph.entities.size).fill(waiting);
  for (const id of graph.origins) mark(graph, state, id, reached);
  for (const id of removed) mark(graph, state, id, gone);
  const latest = new Float64Array(graph.entities.size).fill(-Infinity);
  for (const [id, seq] of graph.impacts) latest[graph.placeOf.get(id) ?? -1] = seq;
  for (let i = 0; i < graph.from.length; i++) {
    const target = graph.to[i]!;
    if (state[graph.from[i]!] !== reached || state[target] === gone) continue;
    if (graph.inOrder[i]!.seq <= latest[target]!) return true;
    state[target] = reached;
  }
  return false;
}

const waiting = 0;
const reached = 1;
const gone = 2;

function mark(graph: CertificateGraph, state: Uint8Array, id: string, value: number): void {
  const place = graph.placeOf.get(id);
  if (place !== undefined) state[place] = value;
}

/** Why a list of link ids is no path from an origin to an impact; null when it is one. */
export function pathFault(graph: CertificateGraph, path: readonly string[]): string | null {
  let at: string | null = null;
  let lastSeq = -Infinity;
  for (const id of path) {
    const link = graph.links.get(id);
    if (link === undefined) return `link ${quoted(id)} does not exist`;
    if (at === null ? !graph.origins.has(link.from) : link.from !== at) {
      return at === null
        ? `it starts at ${quoted(link.from)}, no origin`
        : `link ${quoted(id)} does not start where the one before ended`;
    }
    if (link.seq <= lastSeq) return `link ${quoted(id)} is not later than the one before`;
    at = link.to;
    lastSeq = link.seq;
  }
  if (at === null) return 'it is empty';
  const latest = graph.impacts.get(at);
  if (latest === undefined) return `it ends at ${quoted(at)}, no impact`;
  return lastSeq <= latest ? null : 'it ends after the impact';
}

/** Entities that a path touches; `path` must be one. */
export function entitiesOf(graph: CertificateGraph, path: readonly string[]): Set<string> {
  const ids = new Set<string>();
  for (const id of path) {
    const link = graph.links.get(id)!;
    ids.add(link.from).add(link.to);
  }
  return ids;
}
