import type { Incident } from '@faultline/model';
import { layoutChain } from '../chain/layout-chain.js';
import type { ChainEdge, ChainNode } from '../chain/chain-layout.types.js';
import { kindWords } from '../text/entity-words.js';
import { shortTime } from '../text/time-words.js';
import type { Paint } from './ansi.js';
import { clip, lineCells } from './wrap.js';

const boxesMax = 18;
const indentMax = 12;

function marksOf(
  node: ChainNode,
  { red, yellow, green }: Paint,
): readonly (readonly [plain: string, painted: string])[] {
  const mark = (text: string, colour: (text: string) => string): readonly [string, string] => [
    text,
    colour(text),
  ];
  return [
    ...(node.rootRank === null
      ? []
      : [mark(node.rootRank === 1 ? 'ROOT CAUSE' : `ROOT CANDIDATE ${String(node.rootRank)}`, red)]),
    ...(node.impact ? [mark('IMPACT', yellow)] : []),
    ...(node.cut === null ? [] : [mark(node.cut === 'single' ? 'CUT' : 'CUT SET', green)]),
  ];
}

function lineOf(node: ChainNode, depth: number, style: Paint, offsetMinutes: number): string {
  const time = Number.isFinite(node.firstUs) ? shortTime(node.firstUs, offsetMinutes) : '              ';
  const lead = `  ${time}  ${' '.repeat(Math.min(depth, indentMax) * 2)}${depth === 0 ? '' : '└▶ '}`;
  const kind = node.entities.length > 1 ? '' : `${kindWords(node.kind)} `;
  const marks = marksOf(node, style);
  const tail = marks.length === 0 ? '' : `  [${marks.map(([plain]) => plain).join('] [')}]`;
  const again = node.again ? ' (again)' : '';
  const name = clip(node.title, lineCells - lead.length - kind.length - again.length - tail.length);
  return `${style.soft(lead)}${kind}${marks.length === 0 ? name : style.bold(name)}${again}${marks.length === 0 ? '' : `  ${marks.map(([, painted]) => `[${painted}]`).join(' ')}`}`;
}

/** The chain as indented arrows: each box once, under the last of its causes; parallel entities share a line. */
export function chainLines(
  incident: Incident,
  style: Paint,
  offsetMinutes: number,
  linesMax: number,
): readonly string[] {
  const layout = layoutChain(incident, { boxesMax });
  const columns = new Map(layout.nodes.map((node) => [node.id, node.column]));
  const columnOf = (id: string | undefined): number => columns.get(id ?? '') ?? -1;
  const parent = new Map<string, ChainEdge>();
  for (const edge of layout.edges) {
    const known = parent.get(edge.to);
    const later = columnOf(edge.from) - columnOf(known?.from);
    if (!edge.backward && (later > 0 || (later === 0 && edge.firstUs < (known?.firstUs ?? Infinity))))
      parent.set(edge.to, edge);
  }
  const order = new Map(layout.nodes.map((node, index) => [node.id, index]));
  const children = new Map<string, ChainNode[]>();
  for (const node of layout.nodes) {
    const cause = parent.get(node.id)?.from ?? '';
    children.set(cause, [...(children.get(cause) ?? []), node]);
  }
  const lines: string[] = [];
  const visited = new Set<string>();
  const visit = (node: ChainNode, depth: number): void => {
    if (visited.has(node.id)) return;
    visited.add(node.id);
    lines.push(lineOf(node, depth, style, offsetMinutes));
    for (const child of (children.get(node.id) ?? []).toSorted(
      (a, b) => a.firstUs - b.firstUs || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
    ))
      visit(child, depth + 1);
  };
  for (const node of children.get('') ?? []) visit(node, 0);
  for (const node of layout.nodes) visit(node, 0);
  return lines.length <= linesMax
    ? lines
    : [
        ...lines.slice(0, linesMax - 1),
        style.soft(`  … ${String(lines.length - linesMax + 1)} more steps (see the report)`),
      ];
}
