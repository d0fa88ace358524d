import { expect, it } from 'vitest';
import { draftsOf } from '../testing/drawn.js';
import { event } from '../testing/events.js';
import { readyLink } from './ready-link.rule.js';

it('draws a ready link as it was given: kinds, costs, order, size', () => {
  const link = event('link', {
    id: 'l1',
    from: { kind: 'door', key: 'a', cost: null },
    to: { kind: 'room', key: 'b', cost: 2.5 },
    linkKind: 'opens',
    seq: 4,
    bytes: 100,
    atUs: 9,
  });
  expect(draftsOf(readyLink, [link])).toEqual([
    {
      from: { kind: 'door', key: 'a', cost: null, label: 'a' },
      to: { kind: 'room', key: 'b', cost: 2.5, label: 'b' },
      atUs: 9,
      seq: 4,
      kind: 'opens',
      rule: 'graph.ready-link',
      basis: 'observed',
      events: ['l1'],
      bytes: 100,
    },
  ]);
});

it('draws nothing for any other event', () => {
  expect(draftsOf(readyLink, [event('other'), event('alert', { host: 'a' })])).toEqual([]);
});
