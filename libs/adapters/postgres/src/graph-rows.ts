import type { AggregatedLink, GraphDetail, GraphState } from '@faultline/graph';
import type { Basis, Entity, LogPosition } from '@faultline/model';

export interface LinkRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly rule: string;
  readonly basis: Basis;
  readonly first_us: string;
  readonly last_us: string;
  readonly count: number;
  readonly events: string;
}

export interface StateRow {
  readonly hash: string;
  readonly detail: GraphDetail;
  readonly truncated: boolean;
  readonly entities: number;
  readonly links: number;
  readonly known_at_us: string;
  readonly position: string;
}

export function toLink(row: LinkRow): AggregatedLink {
  const { id, from, to, kind, rule, basis, count } = row;
  const times = { firstUs: Number(row.first_us), lastUs: Number(row.last_us) };
  return { id, from, to, kind, rule, basis, ...times, count, events: JSON.parse(row.events) as string[] };
}

export function toState(row: StateRow): GraphState {
  const { hash, detail, truncated, entities, links } = row;
  const position = JSON.parse(row.position) as LogPosition;
  return { hash, detail, truncated, entities, links, knownAtUs: Number(row.known_at_us), position };
}

/** One array for each column, as `unnest` takes them. */
export function changedEntityColumns(part: readonly Entity[], fingerprints: ReadonlyMap<string, string>) {
  return [
    part.map(({ id }) => id),
    part.map(({ label }) => label),
    part.map(({ id }) => fingerprints.get(id) ?? ''),
  ];
}

export function entityColumns(part: readonly Entity[], fingerprints: ReadonlyMap<string, string>) {
  return [
    part.map(({ id }) => id),
    part.map(({ kind }) => kind),
    part.map(({ key }) => key),
    part.map(({ label }) => label),
    part.map(({ id }) => fingerprints.get(id) ?? ''),
  ];
}

export function changedLinkColumns(
  part: readonly AggregatedLink[],
  fingerprints: ReadonlyMap<string, string>,
) {
  return [
    part.map(({ id }) => id),
    part.map(({ firstUs }) => Math.floor(firstUs)),
    part.map(({ lastUs }) => Math.ceil(lastUs)),
    part.map(({ count }) => count),
    part.map(({ events }) => JSON.stringify(events)),
    part.map(({ id }) => fingerprints.get(id) ?? ''),
  ];
}

export function linkColumns(part: readonly AggregatedLink[], fingerprints: ReadonlyMap<string, string>) {
  return [
    ...changedLinkColumns(part, fingerprints),
    part.map(({ from }) => from),
    part.map(({ to }) => to),
    part.map(({ kind }) => kind),
    part.map(({ rule }) => rule),
    part.map(({ basis }) => basis),
  ];
}
