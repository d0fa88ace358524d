import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from './problem-error.js';
import { consoleHeaders } from './security-headers.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
/** Vite writes a hash of the content into the names of these files: they never change. */
const hashed = /^[/\\]assets[/\\]/;
const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Faultline</title>
<h1>The console is not built</h1>
<p>Run <code>npm run build</code>, then reload. The API works without it: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p></html>`;

/** Serves the console's files at `/`. A page address without a file of its own gets the start page, for the console reads the address itself. */
export function serveConsole(fastify: FastifyInstance, folder: string): void {
  fastify.get('/*', async (request, reply) => {
    const file = fileOf(request.url);
    if (file === null || isApi(file)) throw notFound(`page ${request.url.split('?')[0] ?? ''}`);
    if (file !== sep && (await send(request, reply, folder, file))) return reply;
    if (file !== sep && !wantsPage(request, file)) throw notFound(`page ${request.url.split('?')[0] ?? ''}`);
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
    // Without it there is no console at all; the page tells how to make it.
    return reply
      .status(page === null && file !== sep ? 404 : 200)
      .headers({ ...consoleHeaders, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
      .send(page ?? notBuilt);
  });
}

/** The path below the folder, or null where it is none: `normalize` has removed every way up. */
function fileOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
    return path.includes('\0') ? null : normalize(`${sep}${path}`);
  } catch {
    return null;
  }
}

function isApi(file: string): boolean {
  return /^[/\\](api|health)([/\\]|$)/.test(file);
}

function wantsPage({ headers }: FastifyRequest, file: string): boolean {
  return extname(file) === '' && (headers.accept ?? '').includes('text/html');
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  folder: string,
  file: string,
): Promise<boolean> {
  const path = join(folder, file);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return false;
  const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`;
  const cache = hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';
  void reply.headers({ ...consoleHeaders, 'cache-control': cache, etag });
  if (request.headers['if-none-match'] === etag) {
    void reply.status(304).send();
    return true;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  void reply.headers({ 'content-type': type, 'content-length': found.size }).send(createReadStream(path));
  return true;
}
