import {
  type AggregatedLink,
  type GraphDifference,
  type GraphSave,
  type GraphSnapshot,
  type GraphState,
  type HeldGraph,
  HISTORY_US,
  type RowDifference,
} from '@faultline/graph';
import type { Entity } from '@faultline/model';

/** A row and the known time from which, and up to which, the graph had it. */
export interface Known<Row> {
  readonly row: Row;
  readonly fromUs: number;
  readonly toUs: number;
}

/** The graph with its history. Never changed: a save makes the next one, so a transaction that fails leaves this one. */
export interface MemoryGraph {
  readonly state: GraphState;
  readonly held: HeldGraph;
  readonly entities: ReadonlyMap<string, readonly Known<Entity>[]>;
  readonly links: readonly Known<AggregatedLink>[];
  readonly incoming: ReadonlyMap<string, readonly Known<AggregatedLink>[]>;
  readonly outgoing: ReadonlyMap<string, readonly Known<AggregatedLink>[]>;
}

export function nextGraph(
  before: MemoryGraph | null,
  snapshot: GraphSnapshot,
  as: GraphSave,
  difference: GraphDifference,
): MemoryGraph {
  const entities = nextRows([...(before?.entities.values() ?? [])].flat(), difference.entities, as.knownAtUs);
  const links = nextRows(before?.links ?? [], difference.links, as.knownAtUs);
  const { hash, detail, truncated } = snapshot;
  const counts = { entities: snapshot.entities.length, links: snapshot.links.length };
  return {
    state: { hash, detail, truncated, ...counts, knownAtUs: as.knownAtUs, position: { ...as.position } },
    held: difference.held,
    entities: groupedBy(entities, ({ row }) => row.id),
    links,
    incoming: groupedBy(links, ({ row }) => row.to),
    outgoing: groupedBy(links, ({ row }) => row.from),
  };
}

export function knownRows<Row>(
  rows: readonly Known<Row>[] | undefined,
  knownAtUs: number | null,
): readonly Row[] {
  if (rows === undefined) return [];
  return rows
    .filter(({ fromUs, toUs }) =>
      knownAtUs === null ? toUs === Infinity : fromUs <= knownAtUs && knownAtUs < toUs,
    )
    .map(({ row }) => row);
}

function nextRows<Row extends { readonly id: string }>(
  rows: readonly Known<Row>[],
  { add, update, close }: RowDifference<Row>,
  knownAtUs: number,
): readonly Known<Row>[] {
  const updated = new Map(update.map((row) => [row.id, row]));
  const closed = new Set(close);
  const stay = rows
    .map((known) => {
      if (known.toUs !== Infinity) return known;
      if (closed.has(known.row.id)) return { ...known, toUs: knownAtUs };
      return { ...known, row: updated.get(known.row.id) ?? known.row };
    })
    .filter(({ toUs }) => toUs >= knownAtUs - HISTORY_US);
  return [...stay, ...add.map((row) => ({ row, fromUs: knownAtUs, toUs: Infinity }))];
}

function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
