import { errorCodes, FaultlineError } from '@faultline/model';
import type { GraphQuestion } from './graph-question.js';

export const STANDARD_SERVER = 'http://127.0.0.1:8080';

const TIMEOUT_MS = 60_000;
/** An answer names 20,000 entities at most; a server that sends more is none of ours. */
const ANSWER_BYTES_MAX = 256 * 1024 * 1024;

/** Asks a running server. Throws FL_USAGE when it cannot be reached or is none, or the error that the server answers. */
export async function askServer(
  question: GraphQuestion,
  server: string,
  signal: AbortSignal,
): Promise<unknown> {
  const url = questionUrl(question, server);
  const response = await ask(url, signal);
  const text = await limitedText(response, url);
  const body = parsed(text);
  if (response.ok && body !== undefined) return body;
  throw refusal(response.status, body, url);
}

/** The URL under `server` that asks the question. */
export function questionUrl(question: GraphQuestion, server: string): URL {
  const base = serverUrl(server);
  const up = question.kind === 'upstream' || question.kind === 'downstream';
  const url = new URL(`${base.href.replace(/\/$/, '')}/api/v1/graph/${up ? 'dependents' : question.kind}`);
  const add = (name: string, value: string | number | null) => {
    if (value !== null) url.searchParams.append(name, String(value));
  };
  if (question.kind === 'paths') {
    add('from', question.from);
    add('to', question.to);
  } else if (question.kind === 'common-causes') {
    for (const entity of question.entities) add('entity', entity);
  } else {
    add('entity', question.entity);
    if (question.kind !== 'blast-radius') add('direction', question.kind);
  }
  add('asOf', question.asOf);
  add('knownAt', question.knownAt);
  add(question.kind === 'blast-radius' ? 'nearest' : 'limit', question.limit);
  return url;
}

function serverUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new FaultlineError(
      'FL_USAGE',
      '--server: give the address of a server without user or password, for instance http://127.0.0.1:8080',
    );
  url.search = '';
  url.hash = '';
  return url;
}

async function ask(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    // A redirect would carry the question to a place that nobody named.
    const limits = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    return await fetch(url, { redirect: 'error', headers: { accept: 'application/json' }, signal: limits });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new FaultlineError(
      'FL_USAGE',
      `cannot reach a server at ${url.origin}. Start one with "faultline serve", name it with --server URL, or read files with --in PATH`,
      { cause },
    );
  }
}

async function limitedText(response: Response, url: URL): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    if (!(part instanceof Uint8Array)) continue;
    bytes += part.byteLength;
    if (bytes > ANSWER_BYTES_MAX)
      throw new FaultlineError('FL_USAGE', `${url.origin} sends more than any answer of Faultline is long`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refusal(status: number, body: unknown, url: URL): FaultlineError {
  const problem = typeof body === 'object' && body !== null ? body : {};
  const said = 'code' in problem ? problem.code : null;
  const code = errorCodes.find((known) => known === said);
  if (code === undefined || !('detail' in problem) || typeof problem.detail !== 'string')
    return new FaultlineError(
      'FL_USAGE',
      `${url.origin} answers ${status} and does not look like a Faultline server of this version`,
    );
  return new FaultlineError(code, problem.detail.slice(0, 2_000));
}
