import { beforeEach, describe, expect, it } from 'vitest';
import { HISTORY_US, type GraphSnapshot, type GraphStore } from '../graph-store.port.js';
import { anyTime, entity, knownAt, link, sampleSnapshot, savedAt, snapshotOf } from './sample-snapshot.js';

const out = { ...anyTime, direction: 'downstream' } as const;
const into = { ...anyTime, direction: 'upstream' } as const;
const SECONDS_PER_DAY = 86_400;

/** Questions as of known time. */
export function graphStoreHistoryContract(makeStore: () => Promise<GraphStore>): void {
  describe('GraphStore contract: history', () => {
    let store: GraphStore;
    const chain = snapshotOf(
      'chain',
      ['a/1', 'b/1', 'c/1'],
      [link('a/1', 'b/1', 10), link('b/1', 'c/1', 20)],
    );
    const short: GraphSnapshot = {
      ...chain,
      entities: chain.entities.slice(0, 2),
      links: chain.links.slice(0, 1),
    };
    beforeEach(async () => {
      store = await makeStore();
    });

    const entityAt = async (second: number) => (await store.entity('c:1', knownAt(second)))?.id ?? null;
    const byRefAt = async (second: number) =>
      (await store.entityByRef('c', '1', knownAt(second)))?.id ?? null;
    const neighboursAt = async (second: number) =>
      (await store.neighbours('b:1', { ...out, knownAtUs: knownAt(second) })).map((l) => l.to);
    const reachAt = async (second: number) =>
      (await store.reach('a:1', { ...out, knownAtUs: knownAt(second) })).entities.map((e) => e.entity.id);
    const pathsAt = async (second: number) =>
      (await store.paths('a:1', 'c:1', { ...anyTime, knownAtUs: knownAt(second) })).paths.length;

    it('answers before, between and after saves as the graph was then', async () => {
      await store.save(short, savedAt(10));
      await store.save(chain, savedAt(20));
      await store.save(short, savedAt(30));
      const seconds = [9, 10, 19, 20, 29, 30, 1_000];
      const there = [false, false, false, true, true, false, false];
      const each = <T>(ask: (second: number) => Promise<T>) => Promise.all(seconds.map(ask));
      expect(await each(entityAt)).toEqual(there.map((is) => (is ? 'c:1' : null)));
      expect(await each(byRefAt)).toEqual(there.map((is) => (is ? 'c:1' : null)));
      expect(await each(neighboursAt)).toEqual(there.map((is) => (is ? ['c:1'] : [])));
      expect(await each(pathsAt)).toEqual(there.map((is) => (is ? 1 : 0)));
      expect(await each(reachAt)).toEqual([
        [],
        ...there.slice(1).map((is) => (is ? ['b:1', 'c:1'] : ['b:1'])),
      ]);
      expect((await store.reach('a:1', out)).entities.map((e) => e.entity.id)).toEqual(['b:1']);
      expect(await store.entity('c:1')).toBeNull();
    });

    it('keeps what stays through every save', async () => {
      for (const second of [10, 20, 30]) await store.save(chain, savedAt(second));
      expect(await Promise.all([10, 15, 20, 35].map(pathsAt))).toEqual([1, 1, 1, 1]);
    });

    it('knows what left and came back, and the gap between', async () => {
      await store.save(chain, savedAt(10));
      await store.save(short, savedAt(20));
      await store.save(chain, savedAt(30));
      expect(await Promise.all([15, 25, 35].map(pathsAt))).toEqual([1, 0, 1]);
      expect(await Promise.all([15, 25, 35].map(entityAt))).toEqual(['c:1', null, 'c:1']);
      expect(await store.neighbours('c:1', into)).toEqual([chain.links[1]]);
      expect(await store.findEntities('', 10)).toHaveLength(3);
    });

    it('brings labels, times, count and events up to date in place', async () => {
      await store.save(chain, savedAt(10));
      const grown = { ...chain.links[0]!, firstUs: 5, lastUs: 15, count: 3, events: ['e5', 'e10', 'e15'] };
      const named = { ...entity('a/1'), label: 'a new label' };
      const next = {
        ...chain,
        entities: [named, ...chain.entities.slice(1)],
        links: [grown, chain.links[1]!],
      };
      expect(await store.save(next, savedAt(20))).toEqual({
        entities: { added: 0, updated: 1, closed: 0 },
        links: { added: 0, updated: 1, closed: 0 },
      });
      for (const knownAtUs of [null, knownAt(10), knownAt(20)]) {
        expect(await store.neighbours('a:1', { ...out, knownAtUs })).toEqual([grown]);
        expect(await store.entity('a:1', knownAtUs)).toEqual(named);
      }
    });

    it('takes event time and known time together', async () => {
      await store.save(sampleSnapshot, savedAt(10));
      const fewer = sampleSnapshot.links.filter((l) => l.firstUs !== 30);
      await store.save({ ...sampleSnapshot, links: fewer }, savedAt(20));
      const pathsOf = async (asOfUs: number | null, second: number) =>
        (await store.paths('build:run', 'request:x', { ...anyTime, asOfUs, knownAtUs: knownAt(second) }))
          .paths.length;
      expect([await pathsOf(null, 15), await pathsOf(30, 15), await pathsOf(29, 15)]).toEqual([2, 1, 0]);
      expect([await pathsOf(null, 25), await pathsOf(30, 25)]).toEqual([1, 0]);
      const query = { ...into, asOfUs: 35, knownAtUs: knownAt(15) };
      expect((await store.neighbours('request:x', query)).map((l) => l.firstUs)).toEqual([30]);
      expect(await store.neighbours('request:x', { ...query, knownAtUs: knownAt(25) })).toEqual([]);
    });

    it('forgets what left the graph more than thirty days ago', async () => {
      await store.save(chain, savedAt(0));
      await store.save(short, savedAt(60));
      await store.save(short, savedAt(60 + 30 * SECONDS_PER_DAY));
      expect([await pathsAt(30), await entityAt(30)]).toEqual([1, 'c:1']);
      await store.save(short, { ...savedAt(0), knownAtUs: knownAt(60) + HISTORY_US + 1 });
      expect([await pathsAt(30), await entityAt(30), await byRefAt(30)]).toEqual([0, null, null]);
      expect(await reachAt(30)).toEqual(['b:1']);
      await store.save(chain, savedAt(60 + 31 * SECONDS_PER_DAY));
      expect(await pathsAt(60 + 31 * SECONDS_PER_DAY)).toBe(1);
    });
  });
}
