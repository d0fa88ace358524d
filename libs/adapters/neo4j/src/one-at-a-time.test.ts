import { expect, it } from 'vitest';
import { OneAtATime } from './one-at-a-time.js';

it('runs work in turn, also after work that failed', async () => {
  const queue = new OneAtATime();
  const said: string[] = [];
  const work = (name: string, fails: boolean) => async () => {
    said.push(`${name} begins`);
    await Promise.resolve();
    said.push(`${name} ends`);
    if (fails) throw new Error(name);
  };
  const ends = await Promise.allSettled([queue.run(work('a', true)), queue.run(work('b', false))]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});
