// @ts-check
import { gzipSync } from 'node:zlib';

/** Bytes of a file. The gzip header carries no time and no operating system, so equal lines give equal bytes. @param {string[]} lines @param {boolean} gzip */
export function packed(lines, gzip) {
  const text = Buffer.from(`${lines.join('\n')}\n`);
  if (!gzip) return text;
  const bytes = gzipSync(text, { level: 9 });
  bytes[9] = 255;
  return bytes;
}
