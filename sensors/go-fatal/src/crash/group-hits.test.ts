import { expect, test } from 'vitest';
import type { ProbeHit } from '../tracefs/probe-hit.js';
import { HitGroups } from './group-hits.js';

const hit = (processId: number | null, sinceBootUs: number, threadId = 1): ProbeHit => ({
  sinceBootUs,
  threadId,
  processId,
  command: 'stock',
  instruction: 1,
  textAddress: null,
  textBytes: null,
  goroutine: 7,
  parent: null,
  createdAt: null,
  returnAddresses: [],
});

test('joins what one process shows within a quarter of a second', () => {
  const groups = new HitGroups();
  for (const each of [hit(10, 1_000), hit(11, 1_005), hit(10, 1_012)]) groups.add(each);
  expect(groups.take(250_999)).toEqual([]);
  expect(groups.take(251_000).map((hits) => hits.map(({ sinceBootUs }) => sinceBootUs))).toEqual([
    [1_000, 1_012],
  ]);
  expect(groups.take(Infinity)).toHaveLength(1);
  expect(groups.take(Infinity)).toEqual([]);
});

test('keeps threads apart whose process is not known', () => {
  const groups = new HitGroups();
  groups.add(hit(null, 1, 21));
  groups.add(hit(null, 1, 22));
  expect(groups.take(Infinity)).toHaveLength(2);
});

test('holds no more than sixteen hits of a process', () => {
  const groups = new HitGroups();
  for (let at = 0; at < 1_000; at += 1) groups.add(hit(10, at));
  expect(groups.take(Infinity)[0]).toHaveLength(16);
});

test('writes early rather than hold thousands of processes', () => {
  const groups = new HitGroups();
  for (let process = 1; process <= 3_000; process += 1) groups.add(hit(process, 1));
  expect(groups.take(1)).toHaveLength(3_000 - 1_024);
});
