import type { ChainNode } from './chain-layout.types.js';

/** A mark above a box: shape, word and colour say the same. `icon` is a path of a 10 × 10 square. */
export interface Badge {
  readonly kind: 'root' | 'impact' | 'cut';
  readonly text: string;
  readonly icon: string;
  /** Left edge within the box. */
  readonly x: number;
  readonly width: number;
}

const icons = {
  // A flag at the start, a burst at the end, scissors for the cut.
  root: 'M2 9.5V1M2 1.2H8.5L6.8 3.4L8.5 5.6H2',
  impact: 'M5 .8V9.2M.8 5H9.2M2 2L8 8M8 2L2 8',
  cut: 'M1 1.5L8.5 7.6M1 8.5L8.5 2.4M1 1.5m-.2 1a1.3 1.3 0 1 0 .1 0M1 8.5m-.2-1a1.3 1.3 0 1 0 .1 0',
} as const;

function wordsOf(node: ChainNode): readonly Pick<Badge, 'kind' | 'text'>[] {
  const root =
    node.rootRank === null
      ? []
      : [{ kind: 'root', text: node.rootRank === 1 ? 'ROOT' : `ROOT ${String(node.rootRank)}` } as const];
  const impact = node.impact ? [{ kind: 'impact', text: 'IMPACT' } as const] : [];
  const cut =
    node.cut === null ? [] : [{ kind: 'cut', text: node.cut === 'single' ? 'CUT' : 'CUT SET' } as const];
  return [...root, ...impact, ...cut];
}

/** Badges of a box from left to right; the three widest together are as wide as the box. */
export function badgesOf(node: ChainNode): readonly Badge[] {
  let x = 0;
  return wordsOf(node).map(({ kind, text }) => {
    const badge: Badge = { kind, text, icon: icons[kind], x, width: 23 + text.length * 7 };
    x += badge.width + 3;
    return badge;
  });
}
