import { expect, it } from 'vitest';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { processStarted } from './process-started.rule.js';

it('draws the parent starting its child at the time of the start', () => {
  const start = event('process.start', { process: process('child'), parent: process('parent'), atUs: 5 });
  expect(drawn(processStarted, start)).toEqual([
    'process alpha/parent -[started]-> process alpha/child @5 observed',
  ]);
});

it('keeps processes of two hosts apart though their guids are equal', () => {
  const start = (host: string) =>
    event('process.start', { host, process: process('b'), parent: process('a') });
  expect(drawn(processStarted, start('alpha'), start('beta'))).toEqual([
    'process alpha/a -[started]-> process alpha/b @0 observed',
    'process beta/a -[started]-> process beta/b @0 observed',
  ]);
});

it('writes the host in lower case, as loggers disagree about it', () => {
  const start = event('process.start', { host: 'ALPHA.Lan', process: process('b'), parent: process('a') });
  expect(drawn(processStarted, start)).toEqual([
    'process alpha.lan/a -[started]-> process alpha.lan/b @0 observed',
  ]);
});

it('draws nothing for a start whose parent is not named', () => {
  expect(drawn(processStarted, event('process.start'))).toEqual([]);
});
