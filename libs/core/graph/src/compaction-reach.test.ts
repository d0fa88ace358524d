import fc from 'fast-check';
import type { LinkDraft, NamedEntity } from '@faultline/model';
import { expect, it } from 'vitest';
import { buildCausalGraph } from './build-causal-graph.js';
import type { CausalGraph } from './causal-graph.js';
import { dependents, upstream } from './dependencies.js';
import { keptEntities, graphLevels, nodesAt, type GraphLevel } from './graph-level.js';
import type { GraphKeep } from './graph-keep.js';
import { compactAt } from './graph-store.compact.js';
import { walkPaths, walkReach } from './graph-store.walk.js';
import { entityIdOf } from './identifiers.js';
import { fakeSha256 } from './testing/fake-sha256.js';
import { snapshotReader } from './testing/snapshot-reader.js';

const HOUR_US = 3_600_000_000;
const entities: readonly NamedEntity[] = [
  ...[1, 2, 3].map((n) => ({ kind: 'token', key: `iss#${n}`, label: `token ${n}` })),
  ...[1, 2, 3].map((n) => ({ kind: 'request', key: `s/${n}`, label: `GET /a/${n} → 200` })),
  ...[1, 2].map((n) => ({ kind: 'row', key: `public.t/id=${n}`, label: `t id=${n}` })),
  ...['10.0.0.1', '10.0.0.2', '10.0.9.1'].map((ip) => ({ kind: 'ip', key: ip, label: ip })),
  { kind: 'host', key: 'web', label: 'web' },
];
const drafts = fc.array(
  fc.record<LinkDraft>({
    from: fc.constantFrom(...entities),
    to: fc.constantFrom(...entities),
    // Few distinct times within an hour, so that equal times, equal hours and equal days are all common.
    atUs: fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3 }))
      .map(([h, n]) => h * HOUR_US + n),
    seq: fc.constant(null),
    kind: fc.constantFrom('flow', 'wrote'),
    rule: fc.constant('r'),
    basis: fc.constantFrom('observed', 'claimed'),
    events: fc.constant(['e']),
    bytes: fc.constant(null),
  }),
  { minLength: 1, maxLength: 40 },
);
const keep = fc.record<GraphKeep>({
  entities: fc.subarray([...entities]),
  links: fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 3 }),
});
const question = fc.record({
  entity: fc.nat(),
  asOfUs: fc.option(fc.integer({ min: 0, max: 60 }).map((h) => h * HOUR_US + 1)),
  direction: fc.constantFrom('upstream' as const, 'downstream' as const),
});

it.each(graphLevels)(
  'names at level $detail whatever the exact graph reaches, from any entity at any time',
  async (level) => {
    await fc.assert(
      fc.asyncProperty(drafts, keep, question, async (some, kept, { entity, asOfUs, direction }) => {
        const graph = buildCausalGraph(some, fakeSha256);
        fc.pre(graph.entityCount > 0);
        const start = entity % graph.entityCount;
        const bounds = { limit: 100, ...(asOfUs === null ? {} : { asOfUs }) };
        const exact = (direction === 'upstream' ? upstream : dependents)(graph, start, bounds);
        const idOf = nodeIds(graph, level, kept);
        const reader = snapshotReader(
          compactAt(graph, level, { sha256: fakeSha256, rowsMax: 1_000, keep: kept })!,
        );
        const query = { direction, asOfUs, knownAtUs: null, limit: 100, depthMax: 100 };
        const reach = await walkReach(reader, idOf(start), query);
        const found = new Set([idOf(start), ...reach.entities.map((each) => each.entity.id)]);
        for (const each of exact) expect(found).toContain(idOf(each.entity));
      }),
    );
  },
);

it.each(graphLevels)('has at level $detail a path wherever the exact graph has one', async (level) => {
  await fc.assert(
    fc.asyncProperty(drafts, keep, question, async (some, kept, { entity, asOfUs }) => {
      const graph = buildCausalGraph(some, fakeSha256);
      fc.pre(graph.entityCount > 0);
      const start = entity % graph.entityCount;
      const idOf = nodeIds(graph, level, kept);
      const reader = snapshotReader(
        compactAt(graph, level, { sha256: fakeSha256, rowsMax: 1_000, keep: kept })!,
      );
      const bounds = { limit: 100, ...(asOfUs === null ? {} : { asOfUs }) };
      for (const { entity: target } of dependents(graph, start, bounds)) {
        if (idOf(target) === idOf(start)) continue;
        const query = { asOfUs, knownAtUs: null, limit: 1, depthMax: 100 };
        const { paths } = await walkPaths(reader, idOf(start), idOf(target), query);
        expect(paths).toHaveLength(1);
      }
    }),
  );
});

function nodeIds(graph: CausalGraph, level: GraphLevel, kept: GraphKeep): (entity: number) => string {
  const { entities: nodes, nodeOf } = nodesAt(graph, level.classes, keptEntities(graph, kept));
  return (entity) => entityIdOf(nodes[nodeOf[entity]!]!, fakeSha256);
}
