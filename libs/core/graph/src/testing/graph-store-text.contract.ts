import type { Entity } from '@faultline/model';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AggregatedLink, GraphStore } from '../graph-store.port.js';
import { anyTime, entity, sampleSnapshot, savedAt, snapshotOf } from './sample-snapshot.js';

const none = { added: 0, updated: 0, closed: 0 };
const long = 'k'.repeat(20_000);
const odd = {
  'a NUL': 'a\0b',
  'half of a surrogate pair': 'x\ud800y',
  quotes: `it's "so"; DROP TABLE x; -- \``,
  'dollars and backslashes': 'C:\\new\\table $1 ${x} $$ \\u0041',
  'braces and wildcards': '{a: [1, 2]} %_*?',
  'line ends': 'a\r\n\tb\u2028',
  'characters beyond the basic plane': '𝒳 🙂 é e\u0301',
  '20 kB': long,
  'names of object members': '__proto__',
} as const;

/** A server may keep U+FFFD for what it cannot hold; nothing else may change. */
function readable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', '\ufffd');
}

/** Text that an attacker chose, and search. */
export function graphStoreTextContract(makeStore: () => Promise<GraphStore>): void {
  describe('GraphStore contract: text', () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    it('finds entities by part of kind, key or label, without patterns', async () => {
      await store.save(sampleSnapshot, savedAt(0));
      expect(await store.findEntities('SIGN', 10)).toEqual([entity('artifact/signer')]);
      expect(await store.findEntities('token', 10)).toHaveLength(2);
      expect(await store.findEntities('token', 1)).toHaveLength(1);
      expect(await store.findEntities('50%_', 10)).toEqual([entity('host/50%_h')]);
      expect(await store.findEntities('%', 10)).toEqual([entity('host/50%_h')]);
      expect(await store.findEntities('\\', 10)).toEqual([]);
    });

    it.each(Object.entries(odd))('keeps %s in every field', async (_, text) => {
      const source: Entity = { id: `${text}:1`, kind: text, key: `${text}1`, label: text };
      const target: Entity = { id: `${text}:2`, kind: text, key: `${text}2`, label: text };
      const what = { kind: text, rule: text, basis: 'claimed', firstUs: -5, lastUs: 5, count: 1 } as const;
      const link: AggregatedLink = { id: text, from: source.id, to: target.id, ...what, events: ['e1'] };
      const snapshot = { ...snapshotOf('odd', [], [link]), entities: [source, target] };
      await store.save(snapshot, savedAt(0));
      const found = await store.entityByRef(text, `${text}1`);
      expect(mapped(found)).toEqual(mapped(source));
      expect(mapped(await store.entity(source.id))).toEqual(mapped(source));
      const query = { ...anyTime, direction: 'downstream' } as const;
      const links = await store.neighbours(source.id, query);
      expect(links.map(mapped)).toEqual([mapped(link)]);
      expect((await store.reach(source.id, query)).entities).toHaveLength(1);
      expect((await store.paths(source.id, target.id, anyTime)).paths).toHaveLength(1);
      expect(await store.findEntities(text, 10)).toHaveLength(2);
      expect(await store.save(snapshot, savedAt(1))).toEqual({ entities: none, links: none });
    });

    it('tells apart long keys that differ at their end', async () => {
      await store.save(snapshotOf('long', [`file/${long}1`, `file/${long}2`], []), savedAt(0));
      expect((await store.entityByRef('file', `${long}2`))?.id).toBe(`file:${long}2`);
      expect((await store.entity(`file:${long}1`))?.key).toBe(`${long}1`);
      expect(await store.entityByRef('file', long)).toBeNull();
    });
  });
}

function mapped(value: Readonly<Record<string, unknown>> | Entity | AggregatedLink | null): unknown {
  if (value === null) return null;
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [name, typeof text === 'string' ? readable(text) : text]),
  );
}
