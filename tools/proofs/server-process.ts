import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export type Role = 'ingestor' | 'correlator' | 'api';

export interface ServerProcess {
  readonly role: Role;
  /** Of its HTTP side; ends with the process. */
  readonly address: string;
  readonly pid: number;
  /** What it wrote to stderr, the last few kilobytes. */
  said(): string;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const SAID_MAX = 16_384;
const READY_MS = 60_000;

/** One of the three processes, as it runs in production. Resolves when it says that it is ready; rejects with what it said when it ends before. */
export async function startProcess(
  role: Role,
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawnProcess(role, env);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-SAID_MAX)));
  const address = await readyAddress(child, () => said);
  return {
    role,
    address,
    pid: child.pid ?? -1,
    said: () => said,
    kill: (signal = 'SIGKILL') => end(child, signal),
  };
}

/** The process as a user starts it, with nothing of this environment but what it needs to run. */
export function spawnProcess(
  role: Role,
  env: Readonly<Record<string, string>>,
): ChildProcessByStdio<null, Readable, Readable> {
  build();
  return spawn(process.execPath, [path.join(root, 'apps', role, 'dist/main.js')], {
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

let built = false;

/** Tests run from the sources, these processes from the build: it must be of the same sources. */
function build(): void {
  if (built) return;
  const { status } = spawnSync(process.execPath, [path.join(root, 'tools/build.mjs'), '--libraries']);
  if (status !== 0) throw new Error('The build failed; run npm run build to see why.');
  built = true;
}

function readyAddress(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    const fail = (why: string) => reject(new Error(`${why}\n${said()}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('not ready in time');
    }, READY_MS);
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const [address] = /http:\/\/[\w.:[\]]+/.exec(out) ?? [];
      if (address === undefined || !out.includes('\n')) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended with ${code ?? signal}`);
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  return gone;
}
