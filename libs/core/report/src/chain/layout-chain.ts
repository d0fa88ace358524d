import type { Incident } from '@faultline/model';
import { counted, percent } from '../text/number-words.js';
import { kindWords, labelOf } from '../text/entity-words.js';
import { spanWords } from '../text/time-words.js';
import { appearancesOf, type Appearance } from './appearances.js';
import { boxLines } from './box-text.js';
import type { ChainLayout, ChainNode, ChainTick } from './chain-layout.types.js';
import { collapse } from './collapse.js';
import type { Group } from './group.js';
import { columnsOf } from './columns.js';
import { box, centreX, drawnArrows, routeEdges } from './edges.js';
import { laneHeights } from './lanes.js';
import { slotsOf } from './slots.js';

export interface LayoutOptions {
  /** At most so many boxes; 60 where not given. */
  readonly boxesMax?: number;
}

type Unplaced = Omit<ChainNode, 'x' | 'y'>;

function titleOf(kind: string, members: readonly Appearance[]): string {
  const [first] = members;
  return members.length === 1 && first !== undefined
    ? labelOf(first.entity)
    : `${String(members.length)} × ${kindWords(kind)}`;
}

function nodeOf(group: Group, places: readonly Appearance[]): Unplaced {
  const members = group.members.flatMap((index) => places[index] ?? []);
  const [first] = members;
  const kinds = new Set(members.map((member) => member.entity.kind));
  const kind = kinds.size === 1 ? (first?.entity.kind ?? 'entity') : 'mixed';
  const title = titleOf(kind === 'mixed' ? 'entity' : kind, members);
  const ranks = members.flatMap((member) => member.marks.rootRank ?? []);
  return {
    id: members.length === 1 ? (first?.id ?? '') : `group:${first?.id ?? ''}`,
    kind,
    entities: members.map((member) => member.entity),
    title,
    lines: boxLines(title, box.cells),
    firstUs: Math.min(...members.map((member) => member.firstUs)),
    lastUs: Math.max(...members.map((member) => member.lastUs)),
    column: group.column,
    width: box.width,
    height: box.height,
    rootRank: ranks.length === 0 ? null : Math.min(...ranks),
    impact: members.some((member) => member.marks.impact),
    cut: first?.marks.cut ?? null,
    again: members.every((member) => member.again),
  };
}

/** Elapsed times above the columns; a column that starts before the one on its left gets none, since columns are causal, not metric. */
function ticksOf(nodes: readonly Unplaced[]): readonly ChainTick[] {
  const starts: number[] = [];
  for (const node of nodes)
    if (Number.isFinite(node.firstUs))
      starts[node.column] = Math.min(starts[node.column] ?? Infinity, node.firstUs);
  const origin = starts.find((start) => start !== undefined);
  if (origin === undefined) return [];
  let latest = -Infinity;
  const ticks: ChainTick[] = [];
  starts.forEach((start, column) => {
    if (start < latest) return;
    if (start > latest)
      ticks.push({ x: centreX(column), text: start === origin ? 'start' : `+ ${spanWords(start - origin)}` });
    latest = start;
  });
  return ticks;
}

function describe(incident: Incident, nodes: readonly Unplaced[]): string {
  const cause = incident.rootCauses[0];
  const root =
    cause === undefined
      ? 'No root cause is named.'
      : `Root cause: ${kindWords(cause.entity.kind)} ${labelOf(cause.entity)} (${percent(cause.posterior)}).`;
  const impacts = incident.impacts
    .slice(0, 3)
    .map((impact) => `${kindWords(impact.entity.kind)} ${labelOf(impact.entity)}`);
  const cuts = nodes
    .filter((node) => node.cut !== null)
    .slice(0, 5)
    .map((node) => node.title);
  return `${root} Impact: ${impacts.join(', ') || 'none'}. Breakpoints: ${cuts.join(', ') || 'none'}. The tables below say the same in words.`;
}

/** The chain of an incident, drawn left to right in time. Pure and deterministic: the same incident gives the same picture, byte for byte. */
export function layoutChain(incident: Incident, options: LayoutOptions = {}): ChainLayout {
  const appearances = appearancesOf(incident);
  const groups = collapse(appearances, columnsOf(appearances), options.boxesMax);
  const unplaced = groups.map((group) => nodeOf(group, appearances.places));
  const groupOf = new Map(groups.flatMap((group, index) => group.members.map((member) => [member, index])));
  const arrows = drawnArrows(appearances.arrows, groupOf);
  const slots = slotsOf(unplaced, arrows);
  const heights = laneHeights(slots.slots, box.laneGap);
  const nodes = unplaced.map((node, index): ChainNode => ({
    ...node,
    x: centreX(node.column) - box.width / 2,
    y: (heights[index] ?? 0) - box.height / 2 + box.top,
  }));
  const bottom = slots.slots.reduce<number>(
    (low, slot, index) => Math.max(low, (heights[index] ?? 0) + slot.height / 2 + box.top),
    box.top,
  );
  const columnCount = Math.max(0, ...nodes.map((node) => node.column)) + 1;
  const entityCount = incident.chain.entities.length;
  return {
    width: columnCount * box.pitch + box.margin * 2 - (box.pitch - box.width),
    height: bottom + box.margin,
    nodes,
    edges: routeEdges(nodes, arrows, slots.bends, heights),
    ticks: ticksOf(unplaced),
    title: `Chain of ${counted(entityCount, 'entity', 'entities')}, from cause to impact`,
    description: describe(incident, unplaced),
    entityCount,
    collapsed: nodes.some((node) => node.entities.length > 1),
  };
}
