import type { Incident } from '@faultline/model';
import {
  badgesOf,
  boxTime,
  boxWords,
  edgeWords,
  kindWords,
  layoutChain,
  type ChainEdge,
  type ChainNode,
} from '@faultline/report';
import { useEffect, useMemo, type KeyboardEvent } from 'react';
import { useOffsetMinutes } from '../zone.js';
import { usePanZoom } from './use-pan-zoom.js';

function Badges({ node }: { readonly node: ChainNode }) {
  return badgesOf(node).map(({ kind, text, icon, x, width }) => (
    <g key={kind} className={`fl-badge fl-${kind}`} transform={`translate(${String(x)} -17)`}>
      <rect width={width} height="15" rx="3" />
      <path d={icon} transform="translate(4 2.5)" />
      <text x="17" y="11.2">
        {text}
      </text>
    </g>
  ));
}

interface BoxProps {
  readonly node: ChainNode;
  readonly selected: boolean;
  readonly faded: boolean;
  readonly onSelect: (node: ChainNode) => void;
}

function Box({ node, selected, faded, onSelect }: BoxProps) {
  const offsetMinutes = useOffsetMinutes();
  const names = [
    'fl-node',
    node.rootRank === 1 ? 'fl-is-root' : '',
    node.impact ? 'fl-is-impact' : '',
    node.cut === null ? '' : 'fl-is-cut',
    selected ? 'fl-selected' : '',
    faded ? 'fl-faded' : '',
  ];
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(node);
  };
  return (
    <g
      className={names.filter((name) => name !== '').join(' ')}
      transform={`translate(${String(node.x)} ${String(node.y)})`}
      role="button"
      tabIndex={0}
      aria-pressed={selected}
      aria-label={boxWords(node)}
      onClick={() => onSelect(node)}
      onKeyDown={press}
    >
      <title>{boxWords(node)}</title>
      {node.entities.length > 1 ? (
        <rect className="fl-behind" x="4" y="4" width={node.width} height={node.height} rx="6" />
      ) : null}
      <rect className="fl-box" width={node.width} height={node.height} rx="6" />
      <g clipPath="url(#chain-clip)">
        <text
          className="fl-kind"
          x="8"
          y="17"
        >{`${kindWords(node.kind)}${node.again ? ', again' : ''}`}</text>
        {node.lines.map((line, index) => (
          <text key={index} className="fl-label" x="8" y={33 + index * 14}>
            {line}
          </text>
        ))}
        <text className="fl-time" x="8" y={node.height - 8}>
          {boxTime(node, offsetMinutes)}
        </text>
      </g>
      <Badges node={node} />
    </g>
  );
}

function Arrow({
  edge,
  lit,
  faded,
}: {
  readonly edge: ChainEdge;
  readonly lit: boolean;
  readonly faded: boolean;
}) {
  const width = 1.5 + Math.min(2, Math.log10(edge.linkIds.length));
  return (
    <path
      className={`fl-edge fl-${edge.basis}${lit ? ' fl-lit' : ''}${faded ? ' fl-faded' : ''}`}
      d={edge.path}
      strokeWidth={width}
      markerEnd={`url(#chain-arrow${lit ? '-lit' : ''})`}
    >
      <title>{edgeWords(edge)}</title>
    </path>
  );
}

interface ChainViewProps {
  readonly incident: Incident;
  readonly selectedEntity: string | null;
  readonly onSelect: (node: ChainNode | null) => void;
}

/** The chain, left to right in time. Selecting a box lights the arrows that touch it; a second press or Escape lets go. */
export function ChainView({ incident, selectedEntity, onSelect }: ChainViewProps) {
  const layout = useMemo(() => layoutChain(incident), [incident]);
  const root = layout.nodes.find((node) => node.rootRank === 1) ?? layout.nodes[0];
  const focus =
    root === undefined ? { x: 0, y: 0 } : { x: root.x + root.width / 2, y: root.y + root.height / 2 };
  const { frame, view, fit, zoom, reveal, frameHeight, handlers } = usePanZoom(
    layout.width,
    layout.height,
    focus,
  );
  const isSelected = (node: ChainNode): boolean =>
    node.entities.some((entity) => entity.id === selectedEntity);
  const selected = new Set(layout.nodes.filter(isSelected).map((node) => node.id));
  const lit = (edge: ChainEdge): boolean => selected.has(edge.from) || selected.has(edge.to);
  const near = new Set(layout.edges.filter(lit).flatMap((edge) => [edge.from, edge.to]));
  const any = selected.size > 0;
  useEffect(() => {
    // After the panel has taken its room, what was chosen must still be seen.
    const chosen = layout.nodes.find((node) => node.entities.some((entity) => entity.id === selectedEntity));
    if (chosen !== undefined) reveal(chosen);
  }, [selectedEntity, layout]);
  const size = layout.nodes[0] ?? { width: 0, height: 0 };
  return (
    <figure className="chain">
      <div className="chain-bar">
        <h2>Chain</h2>
        <button type="button" onClick={() => zoom(1.25)} aria-label="Zoom in">
          +
        </button>
        <button type="button" onClick={() => zoom(0.8)} aria-label="Zoom out">
          −
        </button>
        <button type="button" onClick={fit}>
          Show all
        </button>
      </div>
      {/* The frame takes keys for moving the picture; its boxes are buttons of their own. */}
      <div
        className="chain-frame"
        ref={frame}
        style={{ height: frameHeight }}
        role="group"
        tabIndex={0}
        aria-label={`${layout.title}. ${layout.description} Arrow keys move, plus and minus zoom, 0 shows all.`}
        {...handlers}
        onKeyDown={(event) => (event.key === 'Escape' ? onSelect(null) : handlers.onKeyDown(event))}
      >
        <svg className="fl-chain" width="100%" height="100%">
          <defs>
            {['', '-lit'].map((kind) => (
              <marker
                key={kind}
                id={`chain-arrow${kind}`}
                viewBox="0 0 8 8"
                refX="7.5"
                refY="4"
                markerWidth="8"
                markerHeight="8"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path className={`fl-arrow${kind}`} d="M0 0L8 4L0 8z" />
              </marker>
            ))}
            <clipPath id="chain-clip">
              <rect width={size.width - 6} height={size.height} />
            </clipPath>
          </defs>
          <g transform={`translate(${String(view.x)} ${String(view.y)}) scale(${String(view.scale)})`}>
            <line className="fl-rule" x1="0" x2={layout.width} y1="21" y2="21" />
            {layout.ticks.map((tick) => (
              <text key={tick.x} className="fl-tick" x={tick.x} y="14" textAnchor="middle">
                {tick.text}
              </text>
            ))}
            {layout.edges.map((edge) => (
              <Arrow key={edge.id} edge={edge} lit={any && lit(edge)} faded={any && !lit(edge)} />
            ))}
            {layout.nodes.map((node) => (
              <Box
                key={node.id}
                node={node}
                selected={selected.has(node.id)}
                faded={any && !near.has(node.id)}
                onSelect={(chosen) => onSelect(isSelected(chosen) ? null : chosen)}
              />
            ))}
          </g>
        </svg>
      </div>
      <figcaption>
        <span className="key">
          <i className="key-root" />
          root cause
        </span>
        <span className="key">
          <i className="key-cut" />
          breakpoint
        </span>
        <span className="key">
          <i className="key-impact" />
          impact
        </span>
        <span className="key">
          <i className="key-line" />
          observed
        </span>
        <span className="key">
          <i className="key-line inferred" />
          inferred from two records
        </span>
        <span className="key">
          <i className="key-line claimed" />
          claimed, an attacker could have written it
        </span>
        <span className="soft">
          {layout.collapsed ? `${String(layout.entityCount)} entities, parallel ones share a box. ` : ''}Drag
          to move, Ctrl + wheel to zoom.
        </span>
      </figcaption>
    </figure>
  );
}
