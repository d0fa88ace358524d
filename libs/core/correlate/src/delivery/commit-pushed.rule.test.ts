import { expect, it } from 'vitest';
import { drawn } from '../testing/drawn.js';
import { event } from '../testing/events.js';
import { commitPushed } from './commit-pushed.rule.js';

it('draws the sender pushing the head commit', () => {
  expect(drawn(commitPushed, event('vcs.push', { sender: 'Ann', commit: 'c0ffee', atUs: 2 }))).toEqual([
    'user ann -[pushed]-> commit c0ffee @2 observed',
  ]);
});

it('goes by who sent the push, not by the author that the commit claims', () => {
  const commits = [{ id: 'c0ffee', author: 'bob', paths: [] }];
  expect(drawn(commitPushed, event('vcs.push', { sender: 'ann', commits })).join()).not.toContain('bob');
});

it('draws nothing for a push of nobody', () => {
  expect(drawn(commitPushed, event('vcs.push'))).toEqual([]);
});
