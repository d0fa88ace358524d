import type { Entity } from '@faultline/model';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AggregatedLink, GraphSnapshot, GraphStore } from '../graph-store.port.js';

function entity(name: string): Entity {
  const [kind = '', key = ''] = name.split('/');
  return { id: `${kind}:${key}`, kind, key, label: `the ${key}` };
}

function link(
  from: string,
  to: string,
  firstUs: number,
  lastUs = firstUs,
  id = `${from}>${to}@${firstUs}`,
): AggregatedLink {
  const ends = { from: entity(from).id, to: entity(to).id };
  return {
    id,
    ...ends,
    kind: 'flow',
    rule: 'test',
    basis: 'observed',
    firstUs,
    lastUs,
    count: 1,
    events: [`e${firstUs}`],
  };
}

// (build/run) -[10]-> (artifact/signer) -[20]-> (token/a) -[30]-> (request/x), and a way that time forbids: (host/h) -[25]-> (artifact/signer).
const names = ['build/run', 'artifact/signer', 'token/a', 'token/b', 'request/x', 'host/h', 'host/50%_h'];
const snapshot: GraphSnapshot = {
  hash: 'sha256:one',
  entities: names.map(entity),
  links: [
    link('build/run', 'artifact/signer', 10),
    link('artifact/signer', 'token/a', 20),
    link('artifact/signer', 'token/b', 15, 60),
    link('token/a', 'request/x', 30),
    link('token/b', 'request/x', 40),
    link('host/h', 'artifact/signer', 70),
    link('request/x', 'host/h', 35),
  ],
};
const all = { asOfUs: null, limit: 100, depthMax: 10 };

/** What every `GraphStore` promises. `makeStore` gives an empty one each time. */
export function graphStoreContract(makeStore: () => Promise<GraphStore>): void {
  describe('GraphStore contract', () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    it('is empty before the first save', async () => {
      expect(await store.hash()).toBeNull();
      expect(await store.findEntities('', 10)).toEqual([]);
      expect(await store.reach('build:run', { ...all, direction: 'downstream' })).toEqual({
        entities: [],
        links: [],
        truncated: false,
      });
    });

    it('gives back entities and links as they were saved', async () => {
      await store.save(snapshot);
      expect(await store.hash()).toBe('sha256:one');
      expect(await store.entity('token:a')).toEqual(entity('token/a'));
      expect(await store.entityByRef('token', 'a')).toEqual(entity('token/a'));
      expect(await store.entity('token:none')).toBeNull();
      expect(await store.entityByRef('token', "a' OR '1'='1")).toBeNull();
      expect(
        await store.neighbours('build:run', { direction: 'downstream', asOfUs: null, limit: 10 }),
      ).toEqual([snapshot.links[0]]);
    });

    it('replaces the whole graph on save', async () => {
      await store.save(snapshot);
      await store.save({ hash: 'sha256:two', entities: [entity('ip/1.2.3.4')], links: [] });
      expect(await store.hash()).toBe('sha256:two');
      expect(await store.entity('token:a')).toBeNull();
      expect(await store.findEntities('', 10)).toEqual([entity('ip/1.2.3.4')]);
    });

    it('lists neighbours earliest first, as of a time and within the limit', async () => {
      await store.save(snapshot);
      const into = { direction: 'upstream', asOfUs: null, limit: 10 } as const;
      expect((await store.neighbours('request:x', into)).map((l) => l.firstUs)).toEqual([30, 40]);
      expect((await store.neighbours('request:x', { ...into, asOfUs: 30 })).map((l) => l.firstUs)).toEqual([
        30,
      ]);
      expect((await store.neighbours('request:x', { ...into, limit: 1 })).map((l) => l.firstUs)).toEqual([
        30,
      ]);
      expect(await store.neighbours('no:such', into)).toEqual([]);
    });

    it('finds entities by part of kind, key or label, without patterns', async () => {
      await store.save(snapshot);
      expect(await store.findEntities('SIGN', 10)).toEqual([entity('artifact/signer')]);
      expect(await store.findEntities('token', 10)).toHaveLength(2);
      expect(await store.findEntities('token', 1)).toHaveLength(1);
      expect(await store.findEntities('50%_', 10)).toEqual([entity('host/50%_h')]);
      expect(await store.findEntities('%', 10)).toEqual([entity('host/50%_h')]);
      expect(await store.findEntities('\\', 10)).toEqual([]);
    });

    it('walks upstream only as time allows', async () => {
      await store.save(snapshot);
      const reach = await store.reach('request:x', { ...all, direction: 'upstream' });
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
      await store.save(snapshot);
      const reach = await store.reach('build:run', { ...all, direction: 'downstream' });
      expect(reach.entities.map(({ entity: e, boundUs }) => [e.id, boundUs])).toEqual([
        ['artifact:signer', 10],
        ['token:a', 20],
        ['token:b', 15],
        ['request:x', 30],
        ['host:h', 35],
      ]);
      const early = await store.reach('build:run', { ...all, direction: 'downstream', asOfUs: 19 });
      expect(early.entities.map(({ entity: e }) => e.id)).toEqual(['artifact:signer', 'token:b']);
    });

    it('says when a depth or a limit cut the walk', async () => {
      await store.save(snapshot);
      const shallow = await store.reach('request:x', { ...all, direction: 'upstream', depthMax: 1 });
      expect(shallow.entities.map(({ entity: e }) => e.id)).toEqual(['token:a', 'token:b']);
      expect(shallow.truncated).toBe(true);
      const few = await store.reach('request:x', { ...all, direction: 'upstream', limit: 1 });
      expect(few.entities).toHaveLength(1);
      expect(few.truncated).toBe(true);
    });

    it('gives paths, fewest hops and earliest arrival first', async () => {
      await store.save(snapshot);
      const { paths, truncated } = await store.paths('build:run', 'request:x', all);
      expect(paths.map((path) => path.entities.map((e) => e.id))).toEqual([
        ['build:run', 'artifact:signer', 'token:b', 'request:x'],
        ['build:run', 'artifact:signer', 'token:a', 'request:x'],
      ]);
      expect(paths[0]?.links.map((l) => l.firstUs)).toEqual([10, 15, 40]);
      expect(truncated).toBe(false);
    });

    it('gives no path against time, to itself, or between unknown entities', async () => {
      await store.save(snapshot);
      expect(await store.paths('host:h', 'request:x', all)).toEqual({ paths: [], truncated: false });
      expect(await store.paths('host:h', 'host:h', all)).toEqual({ paths: [], truncated: false });
      expect(await store.paths('no:such', 'host:h', all)).toEqual({ paths: [], truncated: false });
      expect((await store.paths('build:run', 'request:x', { ...all, asOfUs: 30 })).paths).toHaveLength(1);
    });

    it('ends on cycles', async () => {
      const links = [link('a/1', 'b/1', 1, 100), link('b/1', 'a/1', 1, 100), link('b/1', 'c/1', 50)];
      await store.save({ hash: 'sha256:cycle', entities: ['a/1', 'b/1', 'c/1'].map(entity), links });
      expect((await store.reach('c:1', { ...all, direction: 'upstream' })).entities).toHaveLength(2);
      expect((await store.paths('a:1', 'c:1', all)).paths).toHaveLength(1);
    });

    it('takes ten thousand links in one save', async () => {
      const many = Array.from({ length: 10_000 }, (_, i) => link(`token/${i}`, 'service/s', i));
      await store.save({
        hash: 'sha256:many',
        entities: [entity('service/s'), ...many.map((l) => entity(l.from.replace(':', '/')))],
        links: many,
      });
      expect(
        (await store.reach('service:s', { ...all, direction: 'upstream', limit: 20_000 })).entities,
      ).toHaveLength(10_000);
    });
  });
}
