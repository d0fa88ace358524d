import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SentRecord } from './topic-sender.js';

/** Every record of a folder of plain or gzip files, as a shipper reads them: line by line, with the file as the source. */
export function recordLines(folder: string): readonly SentRecord[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const stored = readFileSync(path.join(folder, name));
      const bytes = stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored;
      const lines = bytes.toString('utf8').split('\n');
      return lines.filter((line) => line !== '').map((value) => ({ value, source: name }));
    });
}
