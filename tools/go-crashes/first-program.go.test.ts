import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Incident } from '@faultline/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../proofs/until.js';

const source = fileURLToPath(new URL('first-program', import.meta.url));
/** About one run in four dies on two cores; one core nearly never. */
const RUNS_MAX = 4_000;
const died = Date.parse('2026-03-01T10:00:05.000Z');
const folder = mkdtempSync(path.join(tmpdir(), 'faultline-first-'));
const racingLine =
  readFileSync(path.join(source, 'main.go'), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes('totals[order]')) + 1;

const launcher = fileURLToPath(new URL('../../apps/cli/bin/faultline.mjs', import.meta.url));

let server: ChildProcess;
let address = '';
let dump = '';
let runs = 0;

/** What Docker's log driver writes of a container. */
function dockerLog(text: string): string {
  return text
    .split('\n')
    .map((line, n) =>
      JSON.stringify({
        log: `${line}\n`,
        stream: 'stderr',
        time: new Date(died + n).toISOString(),
        attrs: { 'com.docker.compose.service': 'totals-api' },
      }),
    )
    .join('\n');
}

/** Ten requests in flight in the second before. */
function accessLog(): string {
  return Array.from({ length: 10 }, (_, n) =>
    JSON.stringify({
      '@timestamp': new Date(died - 900 + n * 80).toISOString(),
      event: { kind: 'event', category: ['web'], type: ['access'], dataset: 'totals.access' },
      service: { name: 'totals-api' },
      source: { ip: `203.0.113.${n}` },
      http: { request: { method: 'POST' }, response: { status_code: 200 } },
      url: { path: '/v1/totals' },
      trace: { id: `${n}`.padStart(32, '0') },
    }),
  ).join('\n');
}

async function post(source_: string, body: string): Promise<void> {
  const url = `${address}/api/v1/records?source=${source_}`;
  const headers = { 'content-type': 'application/x-ndjson' };
  const { status } = await fetch(url, { method: 'POST', headers, body });
  if (status !== 200) throw new Error(`POST /records answered ${status}`);
}

async function get<T>(where: string): Promise<T> {
  return (await (await fetch(`${address}/api/v1/${where}`)).json()) as T;
}

/** The product as a user starts it. */
function serve(): Promise<string> {
  const env = { ...process.env, PORT: '0', FAULTLINE_DATA_DIR: path.join(folder, 'data') };
  server = spawn(process.execPath, [launcher, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((done, fail) => {
    server.once('exit', (code) => fail(new Error(`the server ended with ${code}`)));
    server.stdout?.on('data', (said: Buffer) => {
      const [found] = /http:\/\/[\w.:]+/.exec(said.toString()) ?? [];
      if (found !== undefined) done(found);
    });
  });
}

async function incidents(): Promise<readonly Incident[]> {
  return (await get<{ incidents: readonly Incident[] }>('incidents')).incidents;
}

beforeAll(async () => {
  chmodSync(folder, 0o711);
  const binary = path.join(folder, 'first');
  const build = spawnSync('go', ['build', '-o', binary, '.'], { cwd: source, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`go build: ${build.stderr}`);
  for (; dump === '' && runs < RUNS_MAX; runs++) {
    const { status, stderr } = spawnSync(binary, { encoding: 'utf8' });
    if (status === 2) dump = stderr;
  }
  address = await serve();
  await post('access.jsonl', accessLog());
  await post('docker.jsonl', dockerLog(dump));
  await until('the incident', async () => ((await incidents()).length > 0 ? true : null), 120_000);
}, 300_000);
afterAll(async () => {
  const gone = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

describe('the first program that comes to mind, run until it dies', () => {
  it('dies of what the runtime says', () => {
    expect(dump).toContain('fatal error: concurrent map writes');
  });

  it('becomes an incident about the racing line, with what it cannot know', async () => {
    const [incident, ...others] = await incidents();
    expect(others).toEqual([]);
    expect(incident?.title).toContain('totals-api');
    expect(incident?.impacts.map(({ entity }) => `${entity.kind}:${entity.key}`)).toEqual([
      'service:totals-api',
    ]);
    expect(incident?.rootCauses[0]?.entity).toMatchObject({
      kind: 'code-site',
      label: expect.stringContaining('main.main.func1'),
    });
    expect(incident?.rootCauses[0]?.verdict).not.toBe('CONFIRMED');
    expect(incident?.unknowns.map(({ what }) => what).join('; ')).toContain(
      'which of the two statements came first',
    );
    expect(JSON.stringify(incident)).toContain(`main.go:${racingLine}`);
  });

  it('has a page of its own with the dump as it was written', async () => {
    const { crashes } = await get<{ crashes: readonly { readonly id: string }[] }>('crashes');
    expect(crashes).toHaveLength(1);
    const page = await get<{ crash: { kind: string; crashing: { line: number; role: string } | null } }>(
      `crashes/${crashes[0]?.id}`,
    );
    expect(page.crash).toMatchObject({
      kind: 'map_write_write',
      crashing: { line: racingLine, role: 'writer' },
    });
    const [incident] = await incidents();
    const report = await (await fetch(`${address}/api/v1/incidents/${incident?.id}/report?format=md`)).text();
    expect(report).toContain(`main.go:${racingLine}`);
    expect(report).toContain('which of the two statements came first');
  });
});
