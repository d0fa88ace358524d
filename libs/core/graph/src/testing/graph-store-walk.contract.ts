import { beforeEach, describe, expect, it } from 'vitest';
import type { GraphStore } from '../graph-store.port.js';
import { anyTime, link, sampleSnapshot, savedAt, snapshotOf } from './sample-snapshot.js';

const up = { ...anyTime, direction: 'upstream' } as const;
const down = { ...anyTime, direction: 'downstream' } as const;

/** Neighbours, reach and paths of a `GraphStore` by event time. */
export function graphStoreWalkContract(makeStore: () => Promise<GraphStore>): void {
  describe('GraphStore contract: walks', () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await makeStore();
      await store.save(sampleSnapshot, savedAt(0));
    });

    it('lists neighbours earliest first, as of a time and within the limit', async () => {
      const times = async (query: { readonly asOfUs?: number; readonly limit?: number }) =>
        (await store.neighbours('request:x', { ...up, ...query })).map((l) => l.firstUs);
      expect(await times({})).toEqual([30, 40]);
      expect(await times({ asOfUs: 30 })).toEqual([30]);
      expect(await times({ limit: 1 })).toEqual([30]);
      expect(await store.neighbours('no:such', up)).toEqual([]);
    });

    it('walks upstream only as time allows', async () => {
      const reach = await store.reach('request:x', up);
      expect(reach.entities.map(({ entity: e, hops, boundUs }) => [e.id, hops, boundUs])).toEqual([
        ['token:a', 1, 30],
        ['token:b', 1, 40],
        ['artifact:signer', 2, 40],
        ['build:run', 3, 10],
      ]);
      expect(reach.truncated).toBe(false);
      expect(reach.links.map((l) => l.to)).not.toContain('host:h');
    });

    it('walks downstream only as time allows', async () => {
      const reach = await store.reach('build:run', down);
      expect(reach.entities.map(({ entity: e, boundUs }) => [e.id, boundUs])).toEqual([
        ['artifact:signer', 10],
        ['token:a', 20],
        ['token:b', 15],
        ['request:x', 30],
        ['host:h', 35],
      ]);
      const early = await store.reach('build:run', { ...down, asOfUs: 19 });
      expect(early.entities.map(({ entity: e }) => e.id)).toEqual(['artifact:signer', 'token:b']);
    });

    it('says when a depth or a limit cut the walk', async () => {
      const shallow = await store.reach('request:x', { ...up, depthMax: 1 });
      expect(shallow.entities.map(({ entity: e }) => e.id)).toEqual(['token:a', 'token:b']);
      expect(shallow.truncated).toBe(true);
      const few = await store.reach('request:x', { ...up, limit: 1 });
      expect(few.entities).toHaveLength(1);
      expect(few.truncated).toBe(true);
    });

    it('gives paths, fewest hops and earliest arrival first', async () => {
      const { paths, truncated } = await store.paths('build:run', 'request:x', anyTime);
      expect(paths.map((path) => path.entities.map((e) => e.id))).toEqual([
        ['build:run', 'artifact:signer', 'token:b', 'request:x'],
        ['build:run', 'artifact:signer', 'token:a', 'request:x'],
      ]);
      expect(paths[0]?.links.map((l) => l.firstUs)).toEqual([10, 15, 40]);
      expect(truncated).toBe(false);
    });

    it('gives no path against time, to itself, or between unknown entities', async () => {
      const none = { paths: [], truncated: false };
      expect(await store.paths('host:h', 'request:x', anyTime)).toEqual(none);
      expect(await store.paths('host:h', 'host:h', anyTime)).toEqual(none);
      expect(await store.paths('no:such', 'host:h', anyTime)).toEqual(none);
      const early = await store.paths('build:run', 'request:x', { ...anyTime, asOfUs: 30 });
      expect(early.paths).toHaveLength(1);
    });

    it('ends on cycles', async () => {
      const links = [link('a/1', 'b/1', 1, 100), link('b/1', 'a/1', 1, 100), link('b/1', 'c/1', 50)];
      await store.save(snapshotOf('cycle', ['a/1', 'b/1', 'c/1'], links), savedAt(1));
      expect((await store.reach('c:1', up)).entities).toHaveLength(2);
      expect((await store.paths('a:1', 'c:1', anyTime)).paths).toHaveLength(1);
    });

    it('takes ten thousand links in one save', async () => {
      const numbers = Array.from({ length: 10_000 }, (_, i) => i);
      const many = numbers.map((i) => link(`token/${i}`, 'service/s', i));
      const names = ['service/s', ...numbers.map((i) => `token/${i}`)];
      await store.save(snapshotOf('many', names, many), savedAt(1));
      expect((await store.reach('service:s', { ...up, limit: 20_000 })).entities).toHaveLength(10_000);
    });
  });
}
