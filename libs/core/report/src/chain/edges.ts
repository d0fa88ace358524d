import type { Basis, Link } from '@faultline/model';
import type { Arrow } from './appearances.js';
import type { ChainEdge, ChainNode } from './chain-layout.types.js';

/** Sizes of the picture. 19 cells of an 11 px monospaced font (6.6 px each) are 126 px. */
export const box = {
  width: 142,
  height: 70,
  cells: 19,
  pitch: 180,
  laneGap: 30,
  bendHeight: 6,
  margin: 16,
  top: 54,
} as const;

export function centreX(column: number): number {
  return box.margin + column * box.pitch + box.width / 2;
}

/** All links between two boxes, as one arrow. */
export interface DrawnArrow {
  readonly from: number;
  readonly to: number;
  readonly linkIds: readonly string[];
  readonly basis: Basis;
  readonly kinds: readonly string[];
  readonly firstUs: number;
}

const weakness: Readonly<Record<Basis, number>> = { observed: 0, inferred: 1, claimed: 2 };

/** Joins the links between the same two boxes; links inside a box are not drawn (the tables have them). */
export function drawnArrows(
  arrows: readonly Arrow[],
  groupOf: ReadonlyMap<number, number>,
): readonly DrawnArrow[] {
  const joined = new Map<string, { from: number; to: number; links: Link[] }>();
  for (const { from, to, link } of arrows) {
    const source = groupOf.get(from) ?? 0;
    const target = groupOf.get(to) ?? 0;
    const key = `${String(source)}>${String(target)}`;
    const known = joined.get(key);
    if (known !== undefined) known.links.push(link);
    else if (source !== target) joined.set(key, { from: source, to: target, links: [link] });
  }
  return [...joined.values()].map(({ from, to, links }) => ({
    from,
    to,
    linkIds: links.map((link) => link.id),
    basis: links.reduce<Basis>(
      (weakest, link) => (weakness[link.basis] > weakness[weakest] ? link.basis : weakest),
      'observed',
    ),
    kinds: [...new Set(links.map((link) => link.kind))],
    firstUs: links.reduce((first, link) => Math.min(first, link.atUs), Infinity),
  }));
}

type Point = readonly [x: number, y: number];
const at = ([x, y]: Point): string => `${String(Math.round(x))} ${String(Math.round(y))}`;

/** Horizontal at both ends, so that arrows leave and enter boxes squarely. */
function curve(from: Point, to: Point): string {
  const bend = (to[0] - from[0]) / 2;
  return from[1] === to[1]
    ? `L ${at(to)}`
    : `C ${at([from[0] + bend, from[1]])} ${at([to[0] - bend, to[1]])} ${at(to)}`;
}

function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let from = first;
  const parts = rest.map((to) => {
    const part = curve(from, to);
    from = to;
    return part;
  });
  return `M ${at(first)} ${parts.join(' ')}`;
}

/** Two boxes of one column: an arc that leaves and enters on the right. */
function arc(from: ChainNode, to: ChainNode): string {
  const x = from.x + from.width;
  const reach = x + 34;
  const [start, end] = [from.y + from.height / 2, to.y + to.height / 2];
  return `M ${at([x, start])} C ${at([reach, start])} ${at([reach, end])} ${at([x, end])}`;
}

/** Where each arrow meets a side of a box: spread by the height of the other end, so that arrows do not cover each other. */
function ports(
  arrows: readonly DrawnArrow[],
  nodes: readonly ChainNode[],
): (arrow: number, node: number) => number {
  const sides = new Map<string, { arrow: number; otherY: number }[]>();
  const side = (arrow: DrawnArrow, node: number): string => {
    const other = arrow.from === node ? arrow.to : arrow.from;
    return `${String(node)}${(nodes[other]?.column ?? 0) > (nodes[node]?.column ?? 0) ? 'R' : 'L'}`;
  };
  arrows.forEach((arrow, index) => {
    for (const [node, other] of [
      [arrow.from, arrow.to],
      [arrow.to, arrow.from],
    ] as const) {
      const list = sides.get(side(arrow, node)) ?? [];
      list.push({ arrow: index, otherY: nodes[other]?.y ?? 0 });
      sides.set(side(arrow, node), list);
    }
  });
  for (const list of sides.values()) list.sort((a, b) => a.otherY - b.otherY || a.arrow - b.arrow);
  return (index, node) => {
    const arrow = arrows[index];
    const list = arrow === undefined ? [] : (sides.get(side(arrow, node)) ?? []);
    const place = list.findIndex((entry) => entry.arrow === index);
    return (place - (list.length - 1) / 2) * Math.min(9, 44 / Math.max(1, list.length));
  };
}

/** The arrows as paths. `bends` are slots whose centre heights stand in `heights`. */
export function routeEdges(
  nodes: readonly ChainNode[],
  arrows: readonly DrawnArrow[],
  bends: readonly (readonly number[])[],
  heights: readonly number[],
): readonly ChainEdge[] {
  const port = ports(arrows, nodes);
  return arrows.flatMap((arrow, index): readonly ChainEdge[] => {
    const from = nodes[arrow.from];
    const to = nodes[arrow.to];
    if (from === undefined || to === undefined) return [];
    const backward = to.column < from.column;
    const middle = (node: ChainNode, place: number): number => node.y + node.height / 2 + port(index, place);
    const [left, right, leftY, rightY] = backward
      ? [to, from, middle(to, arrow.to), middle(from, arrow.from)]
      : [from, to, middle(from, arrow.from), middle(to, arrow.to)];
    const between = (bends[index] ?? []).flatMap((slot, step): readonly Point[] => {
      const x = centreX(left.column + step + 1);
      const y = (heights[slot] ?? 0) + box.top;
      return [
        [x - box.width / 2, y],
        [x + box.width / 2, y],
      ];
    });
    const points: readonly Point[] = [[left.x + left.width, leftY], ...between, [right.x, rightY]];
    const path =
      from.column === to.column ? arc(from, to) : pathThrough(backward ? points.toReversed() : points);
    return [
      {
        id: `${from.id}>${to.id}`,
        from: from.id,
        to: to.id,
        path,
        linkIds: arrow.linkIds,
        basis: arrow.basis,
        kinds: arrow.kinds,
        firstUs: arrow.firstUs,
        backward,
      },
    ];
  });
}
