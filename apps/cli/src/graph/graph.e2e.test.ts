import { type ChildProcessWithoutNullStreams, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const main = join(root, 'apps/cli/dist/main.js');
const START_MS = 150_000;
const link = (from: string, to: string, atUs: number) => {
  const end = (key: string) => ({ kind: 'host', key });
  return JSON.stringify({ schema: 'faultline.link/1', from: end(from), to: end(to), atUs, kind: 'wrote' });
};
let dataDir = '';
let server: ChildProcessWithoutNullStreams | null = null;
let address = '';

/** A server is a process of its own, so it needs a build. Only what changed is built. */
beforeAll(async () => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  spawnSync(process.execPath, [tsc, '-b', 'apps/cli'], { cwd: root });
  dataDir = await mkdtemp(join(tmpdir(), 'faultline-graph-'));
  await chmod(dataDir, 0o711);
  const { DATABASE_URL: _, ...inherited } = process.env;
  server = spawn(process.execPath, [main, 'serve'], {
    env: { ...inherited, PORT: '0', FAULTLINE_DATA_DIR: dataDir },
  });
  let said = '';
  server.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until(() => Promise.resolve(said.includes('\n')));
  address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
  await fetch(`${address}/api/v1/records?source=links`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${link('a', 'b', 1_000_000)}\n${link('b', 'c', 2_000_000)}\n`,
  });
  await until(async () =>
    (await fetch(`${address}/api/v1/graph/entities?q=c`)).text().then((t) => t.includes('"c"')),
  );
}, START_MS);

afterAll(async () => {
  if (server !== null && server.exitCode === null) {
    server.kill();
    await once(server, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
});

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) {
    if (server?.exitCode !== null) throw new Error('the server has ended');
    await new Promise((next) => setTimeout(next, 100));
  }
}

function ask(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, 'graph', ...words], (error, stdout, stderr) =>
      resolve({
        code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1,
        stdout,
        stderr,
      }),
    );
  });
}

describe('faultline graph --server', () => {
  it.each([
    [['paths', 'host:a', 'host:c'], 'Way 1, 2 links'],
    [['upstream', 'host:c'], 'host a'],
    [['downstream', 'host:a', '--as-of', '1970-01-01T00:00:01Z'], 'host b'],
    [['blast-radius', 'host:a'], 'host a could have influenced 2 entities.'],
    [['common-causes', 'host:b', 'host:c'], '0 + 1 links  host b'],
  ])('tells %j as text and as JSON', async (words, says) => {
    const text = await ask(...words, '--server', address);
    expect([text.code, text.stderr]).toEqual([0, '']);
    expect(text.stdout).toContain(says);
    const json = await ask(...words, '--server', address, '--json');
    expect(JSON.parse(json.stdout)).toHaveProperty('truncated', false);
  });

  it('asks as of known time, and passes on what the server refuses', async () => {
    const early = await ask('upstream', 'host:c', '--server', address, '--known-at', '0');
    expect([early.code, early.stdout]).toEqual([2, '']);
    expect(early.stderr).toContain('FL_REQUEST_INVALID: knownAt: the graph remembers');
    const none = await ask('upstream', 'host:none', '--server', address);
    expect([none.code, none.stderr]).toEqual([2, 'FL_NOT_FOUND: There is no entity host:none.\n']);
  });

  it.each([
    [['--in', '.', '--server', 'http://h'], 'not both'],
    [['--limit', '0'], '--limit'],
    [['--nonsense'], 'graph --help'],
  ])('refuses %j', async (words, says) => {
    const { code, stderr } = await ask('upstream', 'host:a', ...words);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});
