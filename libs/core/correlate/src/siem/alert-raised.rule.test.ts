import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { alertRaised } from './alert-raised.rule.js';

const alert = (given: Partial<EventOf<'alert'>>) => event('alert', { atUs: 5, ...given });

describe('an alert is raised by the most specific thing that it names', () => {
  it.each([
    ['a process', { host: 'Alpha', process: process('a'), service: 'orders' }, 'process alpha/a', 'alpha/a'],
    ['a service', { host: 'alpha', service: 'orders' }, 'service orders', 'orders'],
    ['a host', { host: 'Alpha', destinationIp: '10.0.0.2' }, 'host alpha', 'alpha'],
    ['the destination', { destinationIp: '10.0.0.2' }, 'ip 10.0.0.2', '10.0.0.2'],
    ['the source', { sourceIp: '10.0.0.9' }, 'ip 10.0.0.9', '10.0.0.9'],
  ])('%s', (_name, given, from, place) => {
    expect(drawn(alertRaised, alert(given))).toEqual([
      `${from} -[raised]-> alert http-401-rate@${place} @5 observed`,
    ]);
  });

  it('not by a process of an unknown host', () => {
    expect(drawn(alertRaised, alert({ process: process('a') }))).toEqual([]);
  });
});

it('is raised by the source address, too', () => {
  expect(drawn(alertRaised, alert({ service: 'orders', sourceIp: '10.0.0.9' }))).toEqual([
    'service orders -[raised]-> alert http-401-rate@orders @5 observed',
    'ip 10.0.0.9 -[raised]-> alert http-401-rate@orders @5 observed',
  ]);
});

it('draws of a thousand repeats the first and the last', () => {
  const repeats = Array.from({ length: 1000 }, (_, i) => alert({ service: 'orders', atUs: i }));
  expect(drawn(alertRaised, ...repeats)).toEqual([
    'service orders -[raised]-> alert http-401-rate@orders @0 observed',
    'service orders -[raised]-> alert http-401-rate@orders @999 observed',
  ]);
});

it('keeps one rule at two places, and two rules at one place, apart', () => {
  const links = drawn(
    alertRaised,
    alert({ service: 'orders' }),
    alert({ service: 'items' }),
    alert({ service: 'orders', rule: 'other' }),
  );
  expect(new Set(links).size).toBe(3);
});

it('draws nothing for an alert that names no place', () => {
  expect(drawn(alertRaised, alert({ user: 'ann' }))).toEqual([]);
});
