import type { Event, RawRecord, Rejected, Sha256 } from '@faultline/model';
import { createNormaliser, type NormaliserOptions } from '../record-normaliser.js';
import type { Normalised } from '../normalised.js';

/** 64 hex digits that depend on every character: FNV-1a from eight starts. Core has no hash of its own. */
export const testSha256: Sha256 = (data) => {
  const text = String(data);
  let hex = '';
  for (let part = 0; part < 8; part++) {
    let hash = 0x811c9dc5 ^ (part * 0x9e3779b1);
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hex += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return hex;
};

/** A dump as Go 1.24 prints it, of a program that nobody else has. */
export const dumpLines: readonly string[] = [
  'fatal error: concurrent map writes',
  '',
  'goroutine 34 [running]:',
  'internal/runtime/maps.fatal({0x73b886?, 0x712b04?})',
  '\t/usr/local/go/src/runtime/panic.go:1058 +0x18',
  'main.(*Basket).Add(0xc000012120, {0xc0000a6000, 0x5})',
  '\t/src/shop/basket.go:41 +0x8c',
  'main.(*Web).postBasket(0xc000010018, {0x7b0ae0, 0xc0000d02a0}, 0xc00008eb40)',
  '\t/src/shop/web.go:27 +0x65',
  'net/http.HandlerFunc.ServeHTTP(0x46d8f9?, {0x7b0ae0?, 0xc0000d02a0?}, 0xc000097b70?)',
  '\t/usr/local/go/src/net/http/server.go:2294 +0x29',
  'net/http.(*conn).serve(0xc000132480, {0x7b0db8, 0xc000017860})',
  '\t/usr/local/go/src/net/http/server.go:2102 +0x625',
  'created by net/http.(*Server).Serve in goroutine 1',
  '\t/usr/local/go/src/net/http/server.go:3454 +0x485',
];

/** Lines as the records of one file, in order, with true offsets. */
export function recordsOf(lines: readonly string[], path = 'shop.log'): readonly RawRecord[] {
  let offset = 0;
  return lines.map((text, at) => {
    const length = text.length;
    const record = { path, line: at + 1, offset, length, id: testSha256(text).slice(0, 32), text };
    offset += length + 1;
    return record;
  });
}

export interface ReadLines {
  readonly events: readonly Event[];
  readonly rejected: readonly Rejected[];
  /** Records that became events, or were rejected: what an input counts. */
  readonly counted: number;
}

/** What one normaliser makes of the lines, to the end. */
export function readLines(
  lines: readonly string[],
  options: NormaliserOptions = { sha256: testSha256 },
  path?: string,
): ReadLines {
  const events: Event[] = [];
  const rejected: Rejected[] = [];
  let counted = 0;
  const take = (result: Normalised): void => {
    for (const { result: earlier } of result.ended ?? []) take(earlier);
    if (result.rejected !== undefined) rejected.push(result.rejected);
    else events.push(...result.events);
    if (result.rejected !== undefined || result.events.length > 0) counted += 1;
  };
  const normaliser = createNormaliser(options);
  for (const record of recordsOf(lines, path)) take(normaliser.normalise(record));
  for (const { result } of normaliser.end()) take(result);
  return { events, rejected, counted };
}
