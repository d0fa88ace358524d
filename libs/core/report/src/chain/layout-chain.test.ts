import type { Incident } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import {
  forgedTokens,
  hostDump,
  hostileAnalysis,
  hostileTexts,
  htmlFaults,
  largeChain,
  longLine,
} from '../testing/index.js';
import { cellsOf } from './box-text.js';
import type { ChainLayout } from './chain-layout.types.js';
import { chainSvg } from './chain-svg.js';
import { layoutChain } from './layout-chain.js';

const incidentOf = (analysis: { readonly incidents: readonly Incident[] }): Incident => {
  const [incident] = analysis.incidents;
  if (incident === undefined) throw new Error('the sample has no incident');
  return incident;
};

/** Pairs of boxes, badges included, that touch. */
function overlaps({ nodes }: ChainLayout): readonly string[] {
  return nodes.flatMap((a, index) =>
    nodes
      .slice(index + 1)
      .filter(
        (b) =>
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y - 18 < b.y + b.height &&
          b.y - 18 < a.y + a.height,
      )
      .map((b) => `${a.id} ${b.id}`),
  );
}

describe.each([2, 3, 10, 59, 60, 61, 150, 500])('layout of %i entities', (count) => {
  for (const [shape, analysis] of [
    ['net', largeChain(count)],
    ['line', longLine(count)],
  ] as const) {
    const layout = layoutChain(incidentOf(analysis));

    it(`keeps boxes apart and inside the picture (${shape})`, () => {
      expect(overlaps(layout)).toEqual([]);
      for (const node of layout.nodes) {
        expect(node.x).toBeGreaterThanOrEqual(0);
        expect(node.y).toBeGreaterThanOrEqual(18);
        expect(node.x + node.width).toBeLessThanOrEqual(layout.width);
        expect(node.y + node.height).toBeLessThanOrEqual(layout.height);
      }
    });

    it(`draws every entity once, in at most 60 boxes (${shape})`, () => {
      expect(layout.nodes.flatMap((node) => node.entities.map((entity) => entity.id)).toSorted()).toEqual(
        incidentOf(analysis)
          .chain.entities.map((entity) => entity.id)
          .toSorted(),
      );
      expect(layout.nodes.length).toBeLessThanOrEqual(60);
      expect(layout.nodes.filter((node) => node.rootRank === 1)).toHaveLength(1);
      expect(layout.nodes.filter((node) => node.impact)).toHaveLength(1);
    });
  }
});

describe('layoutChain', () => {
  it('draws parallel tokens as one box and marks what matters', () => {
    const layout = layoutChain(incidentOf(forgedTokens()));
    expect(layout.nodes.map((node) => node.title)).toContain('34 × token');
    const root = layout.nodes.find((node) => node.rootRank === 1);
    expect(root).toMatchObject({ kind: 'build-step', cut: 'single' });
    expect(
      layout.nodes
        .filter((node) => node.impact)
        .map((node) => node.kind)
        .toSorted(),
    ).toEqual(['service', 'table']);
    expect(layout.collapsed).toBe(true);
    expect(layout.entityCount).toBe(94);
  });

  it('draws a few impacts by name even where tokens share a box', () => {
    const incident = incidentOf(forgedTokens());
    const table = incident.chain.entities.find((entity) => entity.kind === 'table');
    const write = incident.chain.links.at(-1);
    if (table === undefined || write === undefined) throw new Error('sample changed');
    const second = { ...table, id: 'table:second', key: 'public.orders', label: 'public.orders' };
    const impact = { entity: second, atUs: write.atUs, event: null, why: 'written', by: null };
    const writes = incident.chain.links
      .filter((link) => link.to === table.id)
      .map((link) => ({ ...link, id: `${link.id}-2`, to: second.id }));
    const layout = layoutChain({
      ...incident,
      impacts: [...incident.impacts, impact],
      chain: { entities: [...incident.chain.entities, second], links: [...incident.chain.links, ...writes] },
    });
    expect(layout.nodes.map((node) => node.title)).toEqual(
      expect.arrayContaining(['public.profiles', 'public.orders', '34 × token']),
    );
  });

  it('runs from left to right in causal order', () => {
    const layout = layoutChain(incidentOf(forgedTokens()));
    const columnOf = (id: string): number => layout.nodes.find((node) => node.id === id)?.column ?? -1;
    for (const edge of layout.edges) expect(columnOf(edge.from)).toBeLessThan(columnOf(edge.to));
  });

  it('does not depend on the order of entities and links', () => {
    const incident = incidentOf(forgedTokens());
    const shuffled = {
      ...incident,
      chain: { entities: incident.chain.entities.toReversed(), links: incident.chain.links.toReversed() },
    };
    expect(chainSvg(layoutChain(shuffled))).toBe(chainSvg(layoutChain(incident)));
  });

  it('draws an impact that the chain comes back to a second time, at the right', () => {
    const incident = incidentOf(hostDump());
    const [impact, dump] = incident.chain.entities.slice(-2);
    const back = incident.chain.links.at(-1);
    if (impact === undefined || dump === undefined || back === undefined) throw new Error('sample changed');
    const links = [
      ...incident.chain.links,
      { ...back, id: 'link:back', from: dump.id, to: impact.id, seq: 99, atUs: back.atUs + 1e6 },
    ];
    const layout = layoutChain({ ...incident, chain: { ...incident.chain, links } });
    const seen = layout.nodes.filter((node) => node.entities[0]?.id === impact.id);
    expect(seen.map((node) => [node.again, node.impact])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(seen[1]?.column).toBeGreaterThan(seen[0]?.column ?? Infinity);
  });

  it('draws cycles, links to itself and unknown ends without failing', () => {
    const incident = incidentOf(hostDump());
    const [first, second] = incident.chain.entities;
    const [link] = incident.chain.links;
    if (first === undefined || second === undefined || link === undefined) throw new Error('sample changed');
    const links = [
      ...incident.chain.links,
      { ...link, id: 'a', from: second.id, to: first.id, seq: 50 },
      { ...link, id: 'b', from: first.id, to: first.id, seq: 51 },
      { ...link, id: 'c', from: 'gone', to: first.id, seq: 52 },
    ];
    const layout = layoutChain({ ...incident, chain: { ...incident.chain, links } });
    expect(layout.edges.some((edge) => edge.backward)).toBe(true);
    expect(layout.nodes.map((node) => node.title)).toContain('gone');
  });

  it('draws an empty chain as an empty picture', () => {
    const layout = layoutChain({ ...incidentOf(hostDump()), chain: { entities: [], links: [] } });
    expect(layout.nodes).toEqual([]);
    expect(htmlFaults(chainSvg(layout))).toEqual([]);
  });

  it.each(Object.entries(hostileTexts))('fits and escapes hostile names: %s', (_, text) => {
    const layout = layoutChain(incidentOf(hostileAnalysis(text)));
    for (const node of layout.nodes)
      for (const line of node.lines) expect(cellsOf(line)).toBeLessThanOrEqual(19);
    expect(htmlFaults(chainSvg(layout))).toEqual([]);
  });

  it('lays 500 entities out in well under a second', () => {
    const incident = incidentOf(largeChain(500));
    const layout = layoutChain(incident);
    expect(layout.nodes.length).toBeGreaterThan(10);
  }, 1000);
});
