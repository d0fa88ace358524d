import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexEvents, type Event } from '@faultline/model';
import { correlate } from './correlate.js';
import { linkingRules } from './linking-rules.js';
import { mixedEvents } from './testing/mixed-events.js';

const linksOf = (events: readonly Event[]): string[] =>
  correlate(indexEvents(events))
    .map((draft) => JSON.stringify(draft))
    .sort();
const events = mixedEvents();

it('draws the same links from any order of records, duplicates among them', () => {
  const expected = linksOf(events);
  const places = [...events, ...events].map((_, place) => place % events.length);
  const orders = fc.shuffledSubarray(places, { minLength: places.length, maxLength: places.length });
  fc.assert(
    fc.property(orders, (order) => {
      expect(linksOf(order.flatMap((place) => events[place] ?? []))).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

it('lets every rule draw something from the mixed set, under its own name', () => {
  const drew = new Set(correlate(indexEvents(events)).map((draft) => draft.rule));
  expect([...drew].sort()).toEqual(linkingRules.map((rule) => rule.id).sort());
});

it('draws only links whose evidence is at hand and whose time is a whole number', () => {
  const index = indexEvents(events);
  for (const draft of correlate(index)) {
    expect(Number.isSafeInteger(draft.atUs)).toBe(true);
    expect(draft.events.length).toBeGreaterThan(0);
    expect(draft.events.filter((id) => index.byId(id) === undefined)).toEqual([]);
  }
});

it('draws nothing from nothing', () => {
  expect(correlate(indexEvents([]))).toEqual([]);
});

it('gives every rule a name of its own', () => {
  expect(new Set(linkingRules.map((rule) => rule.id)).size).toBe(linkingRules.length);
});
