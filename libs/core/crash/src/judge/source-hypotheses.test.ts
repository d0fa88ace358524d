import { expect, test } from 'vitest';
import type { Crash } from '@faultline/model';
import { judgeDumps } from './judge-dumps.js';
import { withSourceHypotheses } from './source-hypotheses.js';
import { digest, fatalDump, frame, goroutine, swissCheck } from './testing/dumps.js';

const get = frame('main.(*Cache).Get', '/srv/shop/cache.go:11');
const victim = goroutine(6, 'running', [swissCheck, get]);
const crashOf = (...others: readonly ReturnType<typeof goroutine>[]): Crash => {
  const [crash] = judgeDumps([fatalDump('concurrent map read and map write', [victim, ...others])], digest);
  if (crash === undefined) throw new RangeError('no crash');
  return crash;
};
const writer = {
  function: 'main.(*Cache).Put',
  file: 'cache.go',
  line: 17,
  why: 'it assigns to the same field without the lock',
};

test('a dump of one goroutine gets writers of the source as hypotheses and no more', () => {
  expect(withSourceHypotheses(crashOf(), [writer]).peer).toEqual({
    certainty: 'hypothesis',
    candidates: [{ goroutine: null, role: 'writer', ...writer }],
  });
});

test('a candidate that the source confirms comes first and keeps its goroutine', () => {
  const render = goroutine(8, 'runnable', [frame('main.(*Cache).Len', '/srv/shop/cache.go:30')]);
  const flush = goroutine(9, 'runnable', [frame('main.flush', '/srv/shop/flush.go:30')]);
  const peer = withSourceHypotheses(crashOf(render, flush), [{ ...writer, function: 'main.flush' }]).peer;
  expect(peer.candidates.map(({ goroutine: id }) => id)).toEqual([9, 8]);
  expect(peer.candidates[0]?.why).toContain('without the lock');
});

test('what is certain stays, and no hypotheses change nothing', () => {
  const certain: Crash = { ...crashOf(), peer: { certainty: 'certain', candidates: [] } };
  expect(withSourceHypotheses(certain, [writer])).toBe(certain);
  const crash = crashOf();
  expect(withSourceHypotheses(crash, [])).toBe(crash);
});
