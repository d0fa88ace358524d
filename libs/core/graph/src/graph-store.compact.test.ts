import type { LinkDraft } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { buildCausalGraph } from './build-causal-graph.js';
import { compactGraph } from './graph-store.compact.js';
import { fakeSha256 } from './testing/fake-sha256.js';

const HOUR_US = 3_600_000_000;

function draft(from: string, to: string, atUs: number, rest: Partial<LinkDraft> = {}): LinkDraft {
  const end = (key: string) => ({ kind: 'host', key, label: key });
  return {
    from: end(from),
    to: end(to),
    atUs,
    seq: null,
    kind: 'flow',
    rule: 'r',
    basis: 'observed',
    events: [`e${atUs}`],
    bytes: null,
    ...rest,
  };
}

describe('compactGraph', () => {
  it('joins links of one kind, rule, basis and hour, and keeps first, last and count', () => {
    const graph = buildCausalGraph([draft('a', 'b', 5), draft('a', 'b', 9), draft('a', 'b', 7)], fakeSha256);
    const { hash, entities, links } = compactGraph(graph);
    expect(hash).toBe(graph.hash);
    expect(entities.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(links).toEqual([
      {
        id: graph.linkId(0),
        from: graph.entityId(0),
        to: graph.entityId(1),
        kind: 'flow',
        rule: 'r',
        basis: 'observed',
        firstUs: 5,
        lastUs: 9,
        count: 3,
        events: ['e5', 'e7', 'e9'],
      },
    ]);
  });

  it('keeps apart what differs, and hours', () => {
    const drafts = [
      draft('a', 'b', 1),
      draft('a', 'b', 2, { kind: 'login' }),
      draft('a', 'b', 3, { rule: 'other' }),
      draft('a', 'b', 4, { basis: 'claimed' }),
      draft('b', 'a', 5),
      draft('a', 'b', HOUR_US + 1),
    ];
    expect(compactGraph(buildCausalGraph(drafts, fakeSha256)).links).toHaveLength(6);
  });

  it('keeps at most twenty events of a link and every link in a count', () => {
    const drafts = Array.from({ length: 50 }, (_, n) => draft('a', 'b', n));
    const [link] = compactGraph(buildCausalGraph(drafts, fakeSha256)).links;
    expect(link?.count).toBe(50);
    expect(link?.events).toHaveLength(20);
  });
});
