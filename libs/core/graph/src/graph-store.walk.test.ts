import type { Entity } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import type { AggregatedLink } from './graph-store.port.js';
import { type GraphReader, walkPaths } from './graph-store.walk.js';

function link(from: string, to: string, firstUs: number, lastUs = firstUs): AggregatedLink {
  const names = { kind: 'flow', rule: 'r', basis: 'observed' as const };
  return { id: `${from}>${to}`, from, to, ...names, firstUs, lastUs, count: 1, events: [] };
}

function grouped(links: readonly AggregatedLink[], end: 'from' | 'to') {
  const groups = new Map<string, AggregatedLink[]>();
  for (const one of links) {
    const group = groups.get(one[end]);
    if (group) group.push(one);
    else groups.set(one[end], [one]);
  }
  return groups;
}

function readerOf(links: readonly AggregatedLink[]): GraphReader {
  const [out, into] = [grouped(links, 'from'), grouped(links, 'to')];
  return {
    linksAt: (ids, direction) =>
      Promise.resolve(ids.flatMap((id) => (direction === 'upstream' ? into : out).get(id) ?? [])),
    entities: (ids) => Promise.resolve(ids.map((id): Entity => ({ id, kind: 'k', key: id, label: id }))),
  };
}

const query = { asOfUs: null, knownAtUs: null, limit: 3, depthMax: 32 };

describe('walkPaths', () => {
  it('finds the way through hubs with thousands of others beside it', async () => {
    const crowd = Array.from({ length: 15_000 }, (_, n) => `request-${n}`);
    const links = [
      link('gate', 'key', 1),
      link('key', 'token', 2),
      ...crowd.flatMap((one, n) => [link('gate', one, 1 + (n % 7), 90), link(one, 'gate', 3, 95)]),
      ...crowd.slice(0, 3_000).map((one) => link('token', one, 4, 90)),
      link('request-2999', 'orders', 80),
    ];
    const { paths } = await walkPaths(readerOf(links), 'gate', 'orders', query);
    expect(paths[0]?.entities.map(({ id }) => id)).toEqual(['gate', 'request-2999', 'orders']);
    expect(paths[1]?.entities.map(({ id }) => id)).toEqual([
      'gate',
      'key',
      'token',
      'request-2999',
      'orders',
    ]);
  });

  it('gives longer ways after shorter ones, and none that goes back in time', async () => {
    const links = [
      link('a', 'z', 50),
      link('a', 'b', 10),
      link('b', 'z', 20),
      link('b', 'c', 30),
      link('c', 'z', 5),
      link('c', 'd', 40),
      link('d', 'z', 60),
    ];
    const { paths, truncated } = await walkPaths(readerOf(links), 'a', 'z', { ...query, limit: 9 });
    expect(paths.map((path) => path.links.map(({ id }) => id).join(' '))).toEqual([
      'a>z',
      'a>b b>z',
      'a>b b>c c>d d>z',
    ]);
    expect(truncated).toBe(false);
  });
});
