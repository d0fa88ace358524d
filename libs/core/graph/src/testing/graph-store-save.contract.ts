import { beforeEach, describe, expect, it } from 'vitest';
import type { GraphSnapshot, GraphStore } from '../graph-store.port.js';
import { anyTime, entity, knownAt, link, sampleSnapshot, savedAt, snapshotOf } from './sample-snapshot.js';

const none = { added: 0, updated: 0, closed: 0 };
const out = { ...anyTime, direction: 'downstream' } as const;

/** Saving and what it leaves behind. */
export function graphStoreSaveContract(makeStore: () => Promise<GraphStore>): void {
  describe('GraphStore contract: saves', () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    it('is empty before the first save', async () => {
      expect(await store.state()).toBeNull();
      expect(await store.findEntities('', 10)).toEqual([]);
      expect(await store.entity('build:run')).toBeNull();
      expect(await store.reach('build:run', out)).toEqual({ entities: [], links: [], truncated: false });
    });

    it('gives back entities and links as they were saved', async () => {
      await store.save(sampleSnapshot, savedAt(0));
      expect(await store.entity('token:a')).toEqual(entity('token/a'));
      expect(await store.entityByRef('token', 'a')).toEqual(entity('token/a'));
      expect(await store.entity('token:none')).toBeNull();
      expect(await store.entityByRef('token', "a' OR '1'='1")).toBeNull();
      expect(await store.neighbours('build:run', out)).toEqual([sampleSnapshot.links[0]]);
    });

    it('keeps with the graph when it was known, what it has read and how coarse it is', async () => {
      await store.save(sampleSnapshot, savedAt(0, { 0: 7, 3: 90_071_992_547_409 }));
      expect(await store.state()).toEqual({
        ...savedAt(0, { 0: 7, 3: 90_071_992_547_409 }),
        hash: 'sha256:one',
        detail: 'instances-by-hour',
        truncated: false,
        entities: 7,
        links: 7,
      });
      const coarse = { detail: 'classes', truncated: true, entities: [], links: [] } as const;
      await store.save({ hash: 'sha256:two', ...coarse }, savedAt(1, { 0: 8 }));
      const counts = { entities: 0, links: 0 };
      expect(await store.state()).toEqual({
        ...coarse,
        ...counts,
        hash: 'sha256:two',
        ...savedAt(1, { 0: 8 }),
      });
    });

    it('refuses a save that is not later than the one before, and keeps the graph', async () => {
      await store.save(sampleSnapshot, savedAt(5, { 0: 1 }));
      const before = await store.state();
      for (const second of [5, 4]) {
        const save = store.save(snapshotOf('late', ['ip/1.2.3.4'], []), savedAt(second, { 0: 2 }));
        await expect(save).rejects.toMatchObject({ code: 'FL_GRAPH_STALE' });
      }
      expect(await store.state()).toEqual(before);
      expect(await store.entity('ip:1.2.3.4')).toBeNull();
    });

    it('lets one of two saves of the same known time win', async () => {
      const saves = ['one', 'two'].map((hash) => store.save({ ...sampleSnapshot, hash }, savedAt(1)));
      const ends = await Promise.allSettled(saves);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await store.findEntities('', 100)).toHaveLength(7);
      expect(await store.neighbours('build:run', out)).toHaveLength(1);
    });

    it('writes nothing but the state when the graph is the same', async () => {
      const first = await store.save(sampleSnapshot, savedAt(0));
      expect(first).toEqual({ entities: { ...none, added: 7 }, links: { ...none, added: 7 } });
      const reversed = {
        ...sampleSnapshot,
        entities: sampleSnapshot.entities.toReversed(),
        links: sampleSnapshot.links.toReversed(),
      };
      expect(await store.save(reversed, savedAt(1, { 0: 3 }))).toEqual({ entities: none, links: none });
      expect(await store.state()).toMatchObject({ knownAtUs: knownAt(1), position: { 0: 3 } });
    });

    it('writes the difference only', async () => {
      await store.save(sampleSnapshot, savedAt(0));
      const [first, second, ...rest] = sampleSnapshot.links;
      const changed = { ...second!, lastUs: 21, count: 2, events: ['e20', 'e21'] };
      const next: GraphSnapshot = {
        ...sampleSnapshot,
        entities: [...sampleSnapshot.entities.slice(0, -1), entity('ip/1.2.3.4')],
        links: [first!, changed, ...rest.slice(1), link('build/run', 'ip/1.2.3.4', 90)],
      };
      expect(await store.save(next, savedAt(1))).toEqual({
        entities: { added: 1, updated: 0, closed: 1 },
        links: { added: 1, updated: 1, closed: 1 },
      });
      const around = await store.reach('build:run', out);
      expect(new Map(around.links.map((l) => [l.id, l])).get(changed.id)).toEqual(changed);
      expect(around.entities.map(({ entity: e }) => e.id)).toContain('ip:1.2.3.4');
      expect(await store.entity('host:50%_h')).toBeNull();
    });

    it('replaces the whole graph where nothing stays', async () => {
      await store.save(sampleSnapshot, savedAt(0));
      await store.save(snapshotOf('two', ['ip/1.2.3.4'], []), savedAt(1));
      expect(await store.entity('token:a')).toBeNull();
      expect(await store.entityByRef('token', 'a')).toBeNull();
      expect(await store.findEntities('', 10)).toEqual([entity('ip/1.2.3.4')]);
      expect(await store.neighbours('build:run', out)).toEqual([]);
    });

    it('refuses a snapshot that contradicts itself, and keeps the graph', async () => {
      await store.save(sampleSnapshot, savedAt(0));
      const { entities, links } = sampleSnapshot;
      const added = entity('ip/1.2.3.4');
      const broken: readonly GraphSnapshot[] = [
        { ...sampleSnapshot, entities: [added, ...entities], links: [...links, link('a/1', 'no/such', 9)] },
        { ...sampleSnapshot, entities: [added, added, ...entities] },
        { ...sampleSnapshot, entities: [added, ...entities], links: [...links, links[0]!] },
      ];
      for (const snapshot of broken)
        await expect(store.save(snapshot, savedAt(1))).rejects.toThrow(RangeError);
      expect(await store.state()).toMatchObject({ knownAtUs: knownAt(0), entities: 7, links: 7 });
      expect(await store.entity(added.id)).toBeNull();
      expect((await store.save(sampleSnapshot, savedAt(1))).entities).toEqual(none);
    });

    it('shows a reader the old graph or the new one, never a mix', async () => {
      const graphOf = (hash: string) => {
        const names = Array.from({ length: 2_000 }, (_, i) => `token/${hash}${i}`);
        const links = names.map((name, i) => link('service/s', name, i, i, `${hash}-${i}`));
        return snapshotOf(hash, ['service/s', ...names], links);
      };
      await store.save(graphOf('old'), savedAt(0));
      const saving = store.save(graphOf('new'), savedAt(1));
      for (let reads = 0; reads < 5; reads++) {
        const { entities } = await store.reach('service:s', { ...out, limit: 10_000 });
        const ages = new Set(entities.map(({ entity: e }) => e.key.slice(0, 3)));
        expect([entities.length, ages.size]).toEqual([2_000, 1]);
      }
      await saving;
    });
  });
}
