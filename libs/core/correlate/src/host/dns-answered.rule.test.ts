import { expect, it } from 'vitest';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { dnsAnswered } from './dns-answered.rule.js';

it('draws the answer to the process that asked, and the addresses', () => {
  const query = event('dns.query', {
    process: process('a'),
    name: 'C2.Example.',
    answers: ['192.0.2.1', '2001:db8::1'],
    atUs: 2,
  });
  expect(drawn(dnsAnswered, query)).toEqual([
    'domain c2.example -[answered]-> process alpha/a @2 observed',
    'domain c2.example -[resolved-to]-> ip 192.0.2.1 @2 observed',
    'domain c2.example -[resolved-to]-> ip 2001:db8::1 @2 observed',
  ]);
});

it('draws no address for an alias', () => {
  const query = event('dns.query', { process: null, answers: ['alias.example', '192.0.2.1'] });
  expect(drawn(dnsAnswered, query)).toEqual([
    'domain files.example -[resolved-to]-> ip 192.0.2.1 @0 observed',
  ]);
});

it('takes sixteen answers of a list that an attacker made endless', () => {
  const answers = Array.from({ length: 500 }, (_, i) => `192.0.2.${i % 256}`);
  expect(drawn(dnsAnswered, event('dns.query', { process: null, answers }))).toHaveLength(16);
});

it('draws nothing for an unanswered question of nobody', () => {
  expect(drawn(dnsAnswered, event('dns.query', { process: null }))).toEqual([]);
});
