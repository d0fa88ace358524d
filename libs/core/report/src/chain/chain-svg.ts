import { anchorName, escapeHtml } from '../text/html-text.js';
import { counted } from '../text/number-words.js';
import { kindWords } from '../text/entity-words.js';
import { shortTime, spanWords } from '../text/time-words.js';
import { visibleText } from '../text/visible-text.js';
import { badgesOf } from './badges.js';
import type { ChainEdge, ChainLayout, ChainNode } from './chain-layout.types.js';
import { chainStyle } from './chain-style.js';

export interface ChainSvgOptions {
  readonly offsetMinutes?: number;
  /** Makes ids unique where a page holds several pictures. */
  readonly idPrefix?: string;
  /** Target of a box; null: no link. */
  readonly hrefOf?: (node: ChainNode) => string | null;
  /** A page that holds several pictures carries `chainStyle` once and leaves it out here. */
  readonly withStyle?: boolean;
  /** Smallest width in a page, as a part of the natural one: below it the picture scrolls instead of shrinking. */
  readonly scaleMin?: number;
}

/** What the last line of a box says: when, or from when for how long. */
export function boxTime(node: Pick<ChainNode, 'firstUs' | 'lastUs' | 'again'>, offsetMinutes = 0): string {
  if (!Number.isFinite(node.firstUs)) return 'no link in the chain';
  const span = node.lastUs - node.firstUs;
  return `${shortTime(node.firstUs, offsetMinutes)}${span >= 1_000_000 ? ` +${spanWords(span).replace(/(\d+ \w+) .*/u, '$1')}` : ''}`;
}

/** Full words of a box for tool tips and screen readers. */
export function boxWords(node: ChainNode): string {
  const marks = [
    node.rootRank === null ? [] : [`root cause ${String(node.rootRank)}`],
    node.impact ? ['impact'] : [],
    node.cut === null ? [] : [node.cut === 'single' ? 'cuts every path alone' : 'in the cheapest cut set'],
  ].flat();
  const again = node.again ? ', seen before on the left' : '';
  return `${kindWords(node.kind)}: ${node.title}${again}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
}

export function edgeWords(edge: ChainEdge): string {
  const kinds = edge.kinds
    .slice(0, 4)
    .map((kind) => visibleText(kind, 40))
    .join(', ');
  return `${counted(edge.linkIds.length, 'link')}: ${kinds} (${edge.basis})`;
}

function badgeSvg(node: ChainNode): string {
  return badgesOf(node)
    .map(
      ({ kind, text, icon, x, width }) =>
        `<g class="fl-badge fl-${kind}" transform="translate(${String(x)} -17)"><rect width="${width.toFixed(1)}" height="15" rx="3"/><path d="${icon}" transform="translate(4 2.5)"/><text x="17" y="11.2">${text}</text></g>`,
    )
    .join('');
}

function nodeSvg(node: ChainNode, options: ChainSvgOptions, clip: string): string {
  const { width, height } = node;
  const classes = [
    'fl-node',
    node.rootRank === 1 ? 'fl-is-root' : '',
    node.impact ? 'fl-is-impact' : '',
    node.cut === null ? '' : 'fl-is-cut',
  ].filter((name) => name !== '');
  const behind =
    node.entities.length > 1
      ? `<rect class="fl-behind" x="4" y="4" width="${String(width)}" height="${String(height)}" rx="6"/>`
      : '';
  const lines = node.lines
    .map(
      (line, index) =>
        `<text class="fl-label" x="8" y="${String(33 + index * 14)}">${escapeHtml(line)}</text>`,
    )
    .join('');
  const kind = `${kindWords(node.kind)}${node.again ? ', again' : ''}`;
  const content =
    `<title>${escapeHtml(boxWords(node))}</title>${behind}<rect class="fl-box" width="${String(width)}" height="${String(height)}" rx="6"/>` +
    `<g clip-path="url(#${clip})"><text class="fl-kind" x="8" y="17">${escapeHtml(kind)}</text>${lines}<text class="fl-time" x="8" y="${String(height - 8)}">${escapeHtml(boxTime(node, options.offsetMinutes))}</text></g>${badgeSvg(node)}`;
  const group = `<g class="${classes.join(' ')}" transform="translate(${String(node.x)} ${String(node.y)})">${content}</g>`;
  const href = options.hrefOf?.(node) ?? null;
  return href === null ? group : `<a href="${escapeHtml(href)}">${group}</a>`;
}

function edgeSvg(edge: ChainEdge, arrow: string): string {
  const width = (1.5 + Math.min(2, Math.log10(edge.linkIds.length))).toFixed(1);
  return `<path class="fl-edge fl-${edge.basis}" d="${edge.path}" stroke-width="${width}" marker-end="url(#${arrow})"><title>${escapeHtml(edgeWords(edge))}</title></path>`;
}

/** The picture as one SVG element: no script, no external reference, text escaped. Follows the colour scheme of its reader; prints in dark on white. */
export function chainSvg(layout: ChainLayout, options: ChainSvgOptions = {}): string {
  const prefix = anchorName('fl', options.idPrefix ?? 'chain');
  const { width, height } = layout;
  const size = layout.nodes[0] ?? { width: 0, height: 0 };
  const ticks = layout.ticks
    .map(
      (tick) =>
        `<text class="fl-tick" x="${String(tick.x)}" y="14" text-anchor="middle">${escapeHtml(tick.text)}</text>`,
    )
    .join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="fl-chain" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}"${options.scaleMin === undefined ? '' : ` style="min-width:${String(Math.round(width * options.scaleMin))}px"`} role="img" aria-labelledby="${prefix}-title ${prefix}-desc">`,
    `<title id="${prefix}-title">${escapeHtml(layout.title)}</title><desc id="${prefix}-desc">${escapeHtml(layout.description)}</desc>`,
    options.withStyle === false ? '' : `<style>${chainStyle}</style>`,
    `<defs><marker id="${prefix}-arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="fl-arrow" d="M0 0L8 4L0 8z"/></marker>`,
    `<clipPath id="${prefix}-clip"><rect width="${String(size.width - 6)}" height="${String(size.height)}"/></clipPath></defs>`,
    `<line class="fl-rule" x1="0" x2="${String(width)}" y1="21" y2="21"/>${ticks}`,
    layout.edges.map((edge) => edgeSvg(edge, `${prefix}-arrow`)).join(''),
    layout.nodes.map((node) => nodeSvg(node, options, `${prefix}-clip`)).join(''),
    '</svg>',
  ].join('\n');
}
