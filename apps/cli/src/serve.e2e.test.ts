import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const START_MS = 60_000;
const link = (from: string, to: string) =>
  JSON.stringify({
    schema: 'faultline.link/1',
    from: { kind: 'host', key: from },
    to: { kind: 'host', key: to },
    atUs: 1_750_000_000_000_000,
    kind: 'flow',
  });

interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly address: string;
  readonly output: { out: string; error: string };
}
let dataDir: string;
const started: ChildProcessWithoutNullStreams[] = [];

beforeAll(() => {
  // A server is a process of its own, so it needs a build. Only what changed is built.
  spawnSync(
    process.execPath,
    [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-b', 'apps/cli'],
    { cwd: root },
  );
}, 180_000);
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'faultline-serve-'));
  await chmod(dataDir, 0o711);
});
afterEach(async () => {
  for (const child of started.splice(0)) await end(child);
  await rm(dataDir, { recursive: true, force: true });
});

function start(
  parameters: readonly string[] = [],
  env: Record<string, string> = {},
): { child: ChildProcessWithoutNullStreams; output: Running['output'] } {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(root, 'apps/cli/dist/main.js'), 'serve', ...parameters], {
    env: { ...inherited, PORT: '0', FAULTLINE_DATA_DIR: dataDir, ...env },
  });
  started.push(child);
  const output = { out: '', error: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.error += chunk.toString()));
  return { child, output };
}

async function ready(parameters: readonly string[] = []): Promise<Running> {
  const { child, output } = start(parameters);
  const until = Date.now() + START_MS;
  while (!output.out.includes('\n')) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`no ready line: ${output.error}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  const [, address = ''] = /^Faultline ready at (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(output.out) ?? [];
  expect(address).not.toBe('');
  return { child, address, output };
}

async function end(
  child: ChildProcessWithoutNullStreams,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

async function failure(env: Record<string, string>): Promise<{ code: number | null; error: string }> {
  const { child, output } = start([], env);
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(output.out).toBe('');
  return { code, error: output.error };
}

async function databasePid(): Promise<number> {
  const file = await readFile(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

async function json(url: string): Promise<Record<string, unknown>> {
  return (await fetch(url)).json() as Promise<Record<string, unknown>>;
}

async function send(address: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const body = `${link('a', 'b')}\n${link('b', 'c')}\n`;
  return (
    await fetch(`${address}/api/v1/records?source=links`, { method: 'POST', headers, body })
  ).json() as Promise<Record<string, unknown>>;
}

async function analysed(address: string, links: number): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const { graph } = (await json(`${address}/api/v1/incidents`)) as { graph: { links: number } };
    if (graph.links === links) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('the analysis did not come');
}

describe('faultline serve', () => {
  it('answers when it says so, analyses on a thread of its own, and stops cleanly with its database', async () => {
    const { child, address, output } = await ready();
    expect(await json(`${address}/health`)).toMatchObject({ status: 'ok' });
    expect(await send(address)).toMatchObject({ accepted: 2 });
    await analysed(address, 2);
    const pid = await databasePid();
    expect(await end(child, 'SIGINT')).toBe(0);
    expect(output.out.split('\n')).toHaveLength(2);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  }, 120_000);

  it('stops while a browser listens to its events', async () => {
    const { child, address } = await ready();
    const stream = await fetch(`${address}/api/v1/events/stream`);
    const reader = stream.body?.getReader();
    await reader?.read();
    const pid = await databasePid();
    // A close that waits for the listener is given up after 30 s, with another code than this.
    expect(await end(child)).toBe(0);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await reader?.cancel().catch(() => undefined);
  }, 120_000);

  it('has everything again after kill -9, and takes over the database that was left', async () => {
    const first = await ready();
    await send(first.address);
    await analysed(first.address, 2);
    await end(first.child, 'SIGKILL');
    const second = await ready();
    expect(await json(`${second.address}/api/v1/incidents`)).toMatchObject({ graph: { links: 2 } });
    expect(await send(second.address)).toMatchObject({ accepted: 0, duplicate: 2 });
    expect(await end(second.child)).toBe(0);
  }, 120_000);

  it('says what is in its way and how to go on', async () => {
    const { child } = await ready();
    const inUse = await failure({});
    expect(inUse.error).toMatch(/FL_DATA_DIR_IN_USE: .*FAULTLINE_DATA_DIR/);
    expect(inUse.code).not.toBe(0);
    await end(child);

    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const busy = await failure({ PORT: String(port) });
    other.close();
    expect(busy.error).toMatch(new RegExp(`FL_PORT_IN_USE: Port ${port} .*PORT=`));
    expect(busy.code).not.toBe(0);

    const database = await failure({ DATABASE_URL: 'postgres://user:not-this-secret@127.0.0.1:1/db' });
    expect(database.error).toContain('FL_DATABASE_UNAVAILABLE');
    expect(database.error).not.toContain('not-this-secret');
    const config = await failure({ PORT: 'eighty', FAULTLINE_LOG_LEVEL: 'loud' });
    expect(config.error).toMatch(/FL_CONFIG_INVALID.*PORT.*FAULTLINE_LOG_LEVEL/);
  }, 180_000);

  it('loads the bundled incident once', async () => {
    const first = await ready(['--demo']);
    const { sources } = (await json(`${first.address}/api/v1/sources`)) as { sources: { records: number }[] };
    expect(sources.length).toBeGreaterThan(5);
    expect(first.output.error).toContain('Loading the bundled incident');
    await end(first.child);
    const second = await ready(['--demo']);
    expect(await json(`${second.address}/api/v1/sources`)).toEqual({ sources });
    expect(second.output.error).not.toContain('Loading the bundled incident');
    expect(await end(second.child)).toBe(0);
  }, 240_000);
});
