import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isServed } from './testing/is-served.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A process that starts a server from the sources, says its address and then does nothing. */
const program = (start: string): string => `
  import { runnerImport } from 'vite';
  const { module } = await runnerImport(process.env.FRONT_DOOR);
  const { brokers, url } = await module.${start}();
  console.log(brokers?.[0] ?? url.replace('bolt://', ''));
  setInterval(() => undefined, 1000);
`;

test.each(['startKafka', 'startNeo4j'])(
  'the server of %s ends, and its data goes, when its parent is killed',
  async (start) => {
    const temporary = await mkdtemp(path.join(tmpdir(), 'parent-test-'));
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program(start)], {
      cwd: root,
      env: {
        ...process.env,
        TMPDIR: temporary,
        FRONT_DOOR: fileURLToPath(new URL('index.ts', import.meta.url)),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [said] = (await once(parent.stdout, 'data')) as [Buffer];
      const address = said.toString('utf8').trim();
      expect(await isServed(address)).toBe(true);
      parent.kill('SIGKILL');
      await expect.poll(() => isServed(address), { timeout: 30_000, interval: 100 }).toBe(false);
      await expect.poll(() => readdir(temporary), { timeout: 30_000, interval: 100 }).toEqual([]);
    } finally {
      parent.kill('SIGKILL');
      await rm(temporary, { recursive: true, force: true });
    }
  },
);
