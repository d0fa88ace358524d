import type { LinkDraft } from '@faultline/model';

/** A source of numbers in [0, 1) that a seed repeats (mulberry32), so that a failing case can be run again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `linkCount` links among entities `node:0` … with times of a small range, so that equal times and repeats are common. */
export function randomDrafts(random: () => number, nodeCount: number, linkCount: number): LinkDraft[] {
  const pick = (below: number) => Math.floor(random() * below);
  return Array.from({ length: linkCount }, () =>
    draft(`${pick(nodeCount)}`, `${pick(nodeCount)}`, pick(linkCount), random() < 0.3 ? pick(3) : null),
  );
}

/** A plain link between two entities of kind `node`. */
export function draft(from: string, to: string, atUs: number, seq: number | null = null): LinkDraft {
  return {
    from: { kind: 'node', key: from, label: from },
    to: { kind: 'node', key: to, label: to },
    atUs,
    seq,
    kind: 'flow',
    rule: 'test',
    basis: 'observed',
    events: [`event-${from}-${to}-${atUs}`],
    bytes: null,
  };
}
