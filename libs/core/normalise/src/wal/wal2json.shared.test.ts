/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, type JsonObject } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../json/parse-record.js';
import { isFailure } from '../source-normaliser.js';
import { normaliseWith, recognisers } from '../testing/normalise-document.js';

// vitest.config.ts sets the variable, and leaves this file out where the data is not there.
const folder = join(process.env['FAULTLINE_SHARED_DATA'] ?? '', 'wal2json/expected');

/** The JSON documents within the output of psql, which pads each line and breaks pretty-printed ones with `+`. */
function documentsIn(output: string): JsonObject[] {
  const cells = output
    .replaceAll(/ *\+$/gm, '')
    .split(/^ (?=\{)/m)
    .slice(1);
  return cells.flatMap((cell) => {
    // A cell ends where the next line does not begin with a space or a tab.
    const [text = ''] = cell.split(/\n(?![ \t])/, 1);
    const parsed = parseRecord(text);
    return 'value' in parsed && isJsonObject(parsed.value) ? [parsed.value] : [];
  });
}

describe('expected output of wal2json', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.out'));
  const documents = files.map(
    (name) => [name, documentsIn(readFileSync(join(folder, name), 'utf8'))] as const,
  );

  it('holds documents of both versions', () => {
    const sources = documents.flatMap(([, all]) => all.map((document) => recognisers(document).join()));
    expect(new Set(sources)).toEqual(new Set(['wal2json-v1', 'wal2json-v2']));
    expect(sources.length).toBeGreaterThan(100);
  });

  it.each(documents)('%s becomes events once it has a time', (_, all) => {
    for (const document of all) {
      const [source = ''] = recognisers(document);
      // The scripts switch time stamps off, so that their output can be compared.
      const result = normaliseWith(source, { timestamp: '2027-03-10 23:56:05.607321+00', ...document });
      if (isFailure(result)) throw new Error(result.reason);
      expect(result.length).toBeGreaterThan(0);
    }
  });

  it.each(documents)('%s keeps every value of every row', (_, all) => {
    for (const document of all.filter((candidate) => Array.isArray(candidate['columns']))) {
      const result = normaliseWith('wal2json-v2', {
        timestamp: '2027-03-10 23:56:05.607321+00',
        ...document,
      });
      const [event] = isFailure(result) ? [] : result;
      expect(event?.kind === 'wal.change' ? event.columns.length : -1).toBe(
        Array.isArray(document['columns']) ? document['columns'].length : -2,
      );
    }
  });
});
