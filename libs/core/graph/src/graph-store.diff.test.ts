import { describe, expect, it } from 'vitest';
import { changesOf, graphDifference, nothingHeld } from './graph-store.diff.js';
import { entity, link, snapshotOf } from './testing/sample-snapshot.js';

const same = (text: string): string => text;
const snapshot = snapshotOf('one', ['a/1', 'b/1'], [link('a/1', 'b/1', 5)]);

describe('graphDifference', () => {
  it('adds everything to an empty store, and nothing the second time', () => {
    const first = graphDifference(nothingHeld, snapshot, same);
    expect(first.entities.add).toEqual(snapshot.entities);
    expect(first.links.add).toEqual(snapshot.links);
    const none = { added: 0, updated: 0, closed: 0 };
    expect(changesOf(graphDifference(first.held, snapshot, same))).toEqual({ entities: none, links: none });
  });

  it.each([
    ['an earlier first time', { firstUs: 1 }],
    ['a later last time', { lastUs: 9 }],
    ['a count', { count: 2 }],
    ['an event', { events: ['e5', 'e6'] }],
  ])('brings %s up to date', (_, change) => {
    const { held } = graphDifference(nothingHeld, snapshot, same);
    const changed = { ...snapshot.links[0]!, ...change };
    const { links, entities } = graphDifference(held, { ...snapshot, links: [changed] }, same);
    expect(links).toEqual({ add: [], update: [changed], close: [] });
    expect(entities).toEqual({ add: [], update: [], close: [] });
  });

  it('brings a label up to date and closes what has gone', () => {
    const { held } = graphDifference(nothingHeld, snapshot, same);
    const named = { ...entity('a/1'), label: 'other' };
    const next = { ...snapshot, entities: [named], links: [] };
    const { entities, links } = graphDifference(held, next, same);
    expect(entities).toEqual({ add: [], update: [named], close: ['b:1'] });
    expect(links.close).toEqual([snapshot.links[0]!.id]);
  });

  it('refuses an id twice and a link without its ends', () => {
    const twice = { ...snapshot, entities: [...snapshot.entities, entity('a/1')] };
    expect(() => graphDifference(nothingHeld, twice, same)).toThrow(RangeError);
    const loose = { ...snapshot, links: [link('a/1', 'c/1', 5)] };
    expect(() => graphDifference(nothingHeld, loose, same)).toThrow(RangeError);
  });
});
