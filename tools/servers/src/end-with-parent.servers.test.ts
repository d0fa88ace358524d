import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isServed } from './testing/is-served.js';
import { answerOf, killed, sourceProcess } from './testing/source-process.js';

const patience = { timeout: 60_000, interval: 100 };

test.each(['startKafka', 'startNeo4j'])(
  'the server of %s ends, and its data goes, when its parent is killed',
  async (start) => {
    const temporary = await mkdtemp(path.join(tmpdir(), 'parent-test-'));
    const parent = sourceProcess('index.ts', start, [], { TMPDIR: temporary });
    try {
      const [address] = /127\.0\.0\.1:\d+/.exec(await answerOf(parent)) ?? [];
      expect(await isServed(address)).toBe(true);
      expect(await readdir(temporary)).toHaveLength(1);
      await killed(parent);
      await expect.poll(() => isServed(address), patience).toBe(false);
      await expect.poll(() => readdir(temporary), patience).toEqual([]);
    } finally {
      await killed(parent);
      await rm(temporary, { recursive: true, force: true });
    }
  },
);
