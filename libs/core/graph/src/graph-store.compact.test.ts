import fc from 'fast-check';
import type { LinkDraft } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { buildCausalGraph } from './build-causal-graph.js';
import { keepNothing } from './graph-keep.js';
import { compactAt, compactGraph } from './graph-store.compact.js';
import { graphLevels, HOUR_US } from './graph-level.js';
import { graphDetails } from './graph-store.port.js';
import { fakeSha256 } from './testing/fake-sha256.js';

function draft(from: string, to: string, atUs: number, rest: Partial<LinkDraft> = {}): LinkDraft {
  const end = (name: string) => ({ kind: name.slice(0, name.indexOf('/')), key: name, label: name });
  const what = { kind: 'flow', rule: 'r', basis: 'observed', bytes: null } as const;
  return { from: end(from), to: end(to), atUs, seq: null, ...what, events: [`e${atUs}`], ...rest };
}
const graphOf = (drafts: readonly LinkDraft[]) => buildCausalGraph(drafts, fakeSha256);
const options = { sha256: fakeSha256, rowsMax: 1_000, keep: keepNothing };

describe('compactGraph', () => {
  it('joins links of one kind, rule, basis and hour, and keeps first, last and count', () => {
    const graph = graphOf([
      draft('host/a', 'host/b', 5),
      draft('host/a', 'host/b', 9),
      draft('host/a', 'host/b', 7),
    ]);
    const { hash, detail, truncated, entities, links } = compactGraph(graph, options);
    expect([hash, detail, truncated]).toEqual([graph.hash, 'instances-by-hour', false]);
    expect(entities.map(({ id }) => id)).toEqual([graph.entityId(0), graph.entityId(1)]);
    const ends = { from: graph.entityId(0), to: graph.entityId(1) };
    const what = { kind: 'flow', rule: 'r', basis: 'observed' };
    const times = { firstUs: 5, lastUs: 9, count: 3, events: ['e5', 'e7', 'e9'] };
    expect(links).toEqual([{ id: expect.stringMatching(/^link:[0-9a-f]{24}$/), ...ends, ...what, ...times }]);
  });

  it('keeps apart what differs, and hours', () => {
    const drafts = [
      draft('host/a', 'host/b', 1),
      draft('host/a', 'host/b', 2, { kind: 'login' }),
      draft('host/a', 'host/b', 3, { rule: 'other' }),
      draft('host/a', 'host/b', 4, { basis: 'claimed' }),
      draft('host/b', 'host/a', 5),
      draft('host/a', 'host/b', HOUR_US + 1),
      draft('host/a', 'host/b', 6, { rule: 'a b', kind: 'c' }),
      draft('host/a', 'host/b', 7, { rule: 'a', kind: 'b c' }),
    ];
    const { links } = compactGraph(graphOf(drafts), options);
    expect(new Set(links.map(({ id }) => id)).size).toBe(8);
  });

  it('keeps the id of a link that grows, also at its beginning', () => {
    const before = compactGraph(graphOf([draft('host/a', 'host/b', 7)]), options).links[0];
    const after = compactGraph(
      graphOf([draft('host/a', 'host/b', 7), draft('host/a', 'host/b', 5)]),
      options,
    );
    expect(after.links.map(({ id, count }) => [id, count])).toEqual([[before?.id, 2]]);
  });

  it('keeps at most twenty events of a link and every link in a count', () => {
    const drafts = Array.from({ length: 50 }, (_, n) => draft('host/a', 'host/b', n));
    const [link] = compactGraph(graphOf(drafts), options).links;
    expect(link?.count).toBe(50);
    expect(link?.events).toHaveLength(20);
  });

  // 20 tokens in 4 hours over 2 days: by the hour 21 + 80, by the day 21 + 40, as a class 2 + 4, 2 + 2, 2 + 1.
  const wide = graphOf(
    Array.from({ length: 20 }, (_, n) => n).flatMap((n) =>
      [0, 1, 24, 25].map((hour) => draft(`token/iss#${n}`, 'service/s', hour * HOUR_US + n)),
    ),
  );
  it.each([
    [101, 'instances-by-hour', 21, 80],
    [100, 'instances-by-day', 21, 40],
    [60, 'classes-by-hour', 2, 4],
    [5, 'classes-by-day', 2, 2],
    [3, 'classes', 2, 1],
  ])('takes for %i rows the level %s', (rowsMax, detail, entities, links) => {
    const snapshot = compactGraph(wide, { ...options, rowsMax });
    expect([snapshot.detail, snapshot.truncated]).toEqual([detail, false]);
    expect([snapshot.entities.length, snapshot.links.length]).toEqual([entities, links]);
    expect(snapshot.links.reduce((sum, { count }) => sum + count, 0)).toBe(80);
  });

  it('declares its levels finest first, one for each detail', () => {
    expect(graphLevels.map(({ detail }) => detail)).toEqual([...graphDetails]);
  });

  it('keeps what has most evidence where nothing fits, and says so', () => {
    const drafts = ['a', 'b', 'c', 'd'].flatMap((name, n) =>
      Array.from({ length: n + 1 }, (_, i) => draft(`host/${name}`, 'host/z', i)),
    );
    const snapshot = compactGraph(graphOf(drafts), { ...options, rowsMax: 5 });
    expect([snapshot.detail, snapshot.truncated]).toEqual(['classes', true]);
    expect(snapshot.entities.map(({ key }) => key)).toEqual(['host/c', 'host/d', 'host/z']);
    expect(snapshot.links.map(({ count }) => count)).toEqual([3, 4]);
  });

  it('keeps what it is told to keep, by itself and by the hour, however little room there is', () => {
    const seqs = [0, 21].map((near) => wide.atUs.findIndex((_, index) => index === near));
    const keep = {
      entities: [
        { kind: 'token', key: 'token/iss#19' },
        { kind: 'no', key: 'such' },
      ],
      links: seqs,
    };
    for (const rowsMax of [0, 3, 12, 60]) {
      const { entities, links } = compactGraph(wide, { ...options, rowsMax, keep });
      const ids = new Set(entities.map(({ id }) => id));
      for (const seq of seqs) {
        const from = wide.entityId(wide.from[seq]!);
        const at = wide.atUs[seq]!;
        expect(ids).toContain(from);
        const around = links.filter((link) => link.from === from && link.firstUs <= at && at <= link.lastUs);
        expect(around.some(({ firstUs, lastUs }) => lastUs - firstUs < HOUR_US)).toBe(true);
      }
      expect(entities.map(({ key }) => key)).toContain('token/iss#19');
    }
  });

  it('does not depend on the order of the input', () => {
    const drafts = Array.from({ length: 60 }, (_, n) =>
      draft(`token/i#${n % 7}`, `row/t/${n % 5}`, n * HOUR_US),
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray(drafts, { minLength: 60 }),
        fc.integer({ min: 3, max: 90 }),
        (some, rowsMax) => {
          expect(compactGraph(graphOf(some), { ...options, rowsMax })).toEqual(
            compactGraph(graphOf(drafts), { ...options, rowsMax }),
          );
        },
      ),
    );
  });

  it('gives up a level as soon as it is too large', () => {
    expect(compactAt(wide, graphLevels[0]!, { ...options, rowsMax: 100 })).toBeNull();
    expect(compactAt(wide, graphLevels[0]!, { ...options, rowsMax: 20 })).toBeNull();
  });
});
