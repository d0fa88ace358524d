import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.js';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a form of any web page can send without asking first (Fetch standard, CORS-safelisted), but for plain text: curl users send logs as that. */
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

export interface GuardOptions {
  /** The address that the server listens on. */
  readonly host: string;
  readonly allowedHosts: readonly string[];
}

/**
 * There is no log-in: whoever reaches the port may read. So a browser must not be made a way to it. A server on this machine answers only
 * to names of this machine, against DNS rebinding; and whatever changes something must come from no web page or from our own.
 */
export function guardRequest(request: FastifyRequest, { host, allowedHosts }: GuardOptions): void {
  const named = hostnameOf(request.headers.host ?? '');
  const local = loopback.has(host) || host === '::1' || host.startsWith('127.');
  const anyName = !local && allowedHosts.length === 0;
  if (!anyName && !loopback.has(named) && !allowedHosts.includes(named)) {
    throw new ProblemError(
      'FL_REQUEST_HOST',
      'This server does not answer to the host name of this request.',
    );
  }
  if (!reading.has(request.method)) guardChange(request);
}

function guardChange({ headers }: FastifyRequest): void {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const foreign =
    origin !== undefined && origin !== `http://${headers.host}` && origin !== `https://${headers.host}`;
  if (foreign || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    throw new ProblemError(
      'FL_REQUEST_CROSS_ORIGIN',
      'A web page of another origin may not change anything here.',
    );
  }
  if (formTypes.test(headers['content-type'] ?? '')) {
    throw new ProblemError(
      'FL_REQUEST_MEDIA_TYPE',
      'The Content-Type of this request is that of a web form.',
    );
  }
}

function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}
