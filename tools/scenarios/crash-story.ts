import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A second of a service, as its own log and Docker's. */
export interface CrashStory {
  /** Lines of standard error, in order. */
  readonly stderr: readonly string[];
  readonly requests: readonly {
    readonly path: string;
    readonly status: number;
    readonly token?: boolean;
    readonly beforeMs: number;
  }[];
  /** What Docker says of the container; empty: as without labels. */
  readonly attrs?: Readonly<Record<string, string>>;
}

export const crashAtUs = Date.UTC(2026, 2, 8, 9, 30) * 1000;

/** Writes the two logs; the caller removes the folder. */
export function writeCrashStory(story: CrashStory): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'faultline-crash-'));
  const { stderr, requests, attrs = { 'com.docker.compose.service': 'shop' } } = story;
  const lines = stderr.map((log, at) =>
    JSON.stringify({ log: `${log}\n`, stream: 'stderr', attrs, time: isoOf(crashAtUs + at) }),
  );
  writeFileSync(path.join(folder, 'docker.log'), `${lines.join('\n')}\n`);
  writeFileSync(path.join(folder, 'access.jsonl'), `${requests.map(accessLine).join('\n')}\n`);
  return folder;
}

export function removeStory(folder: string): void {
  rmSync(folder, { recursive: true });
}

function accessLine(request: CrashStory['requests'][number], at: number): string {
  return JSON.stringify({
    '@timestamp': isoOf(crashAtUs - request.beforeMs * 1000),
    event: { category: ['web'], dataset: 'shop.access' },
    service: { name: 'shop' },
    source: { ip: `192.0.2.${String(at + 1)}` },
    http: { request: { method: 'GET' }, response: { status_code: request.status } },
    url: { path: request.path },
    ...(request.token === true
      ? { token: { iss: 'https://login.example', jti: `t-${String(at)}`, verified: true } }
      : {}),
  });
}

function isoOf(us: number): string {
  return new Date(Math.floor(us / 1000)).toISOString().replace('Z', `${String(us % 1000).padStart(3, '0')}Z`);
}
