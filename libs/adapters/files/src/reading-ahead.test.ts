import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonScan, RawRecord } from '@faultline/model';
import { markJson } from './json-marks.js';
import { readOnto, type ReadingMessage } from './read-onto.js';
import { readSources } from './read-sources.js';
import { readBatch } from './record-batch.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-ahead-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Call = readonly [string, unknown];

/** Every call of the handlers, in order; the contents of records as a reader on this side gets them. */
async function directly(paths: readonly string[]): Promise<Call[]> {
  const calls: Call[] = [];
  await readSources(
    paths,
    {},
    {
      record: (record) => calls.push(['record', record]),
      rejected: ({ code, at, reason }) => calls.push(['rejected', { code, at, reason }]),
      sourceStart: (source) => calls.push(['sourceStart', source]),
      sourceEnd: (summary) => calls.push(['sourceEnd', summary]),
    },
  );
  return calls;
}

interface Scanned extends RawRecord {
  readonly scan: JsonScan;
  readonly cut: string;
}

async function ahead(paths: readonly string[]): Promise<{ calls: Call[]; scanned: Scanned[] }> {
  const calls: Call[] = [];
  const scanned: Scanned[] = [];
  const { port1, port2 } = new MessageChannel();
  let path = '';
  const ended = new Promise<void>((resolve) => {
    port1.on('message', (message: ReadingMessage) => {
      if (message.kind === 'batch') {
        readBatch(message.batch, path, (record, scan, whole) => {
          calls.push(['record', { ...record, text: whole() }]);
          scanned.push({ ...record, text: whole(), cut: record.text, scan });
        });
        port1.postMessage(message.batch.memory, [message.batch.memory]);
      } else if (message.kind === 'rejected') {
        const { code, at, reason } = message.rejected;
        calls.push(['rejected', { code, at, reason }]);
      } else if (message.kind === 'sourceStart') {
        path = message.source.path;
        calls.push(['sourceStart', message.source]);
      } else if (message.kind === 'sourceEnd') calls.push(['sourceEnd', message.summary]);
      else if (message.kind === 'done') resolve();
    });
  });
  await readOnto(port2, { paths, options: {}, cutName: 'Message' });
  await ended;
  port1.close();
  return { calls, scanned };
}

const long = 'x'.repeat(200);

describe('reading on another thread', () => {
  it('calls the same handlers in the same order', async () => {
    const lines = Array.from(
      { length: 30_000 },
      (_, i) => `{"i":${i},"Message":"line ${i} ${long}","é":"ü"}`,
    );
    await writeFile(join(folder, 'a'), lines.join('\r\n'));
    await writeFile(join(folder, 'b'), gzipSync(lines.slice(0, 9000).join('\n')));
    await writeFile(join(folder, 'c'), gzipSync(lines.join('\n')).subarray(0, 5000));
    await writeFile(join(folder, 'd'), `{"a":"${'y'.repeat(17 * 1024 * 1024)}"}\nafter\n`);
    await writeFile(join(folder, 'e'), `{"a":"${'y'.repeat(3 * 1024 * 1024)}"}\nafter\n`);
    await writeFile(join(folder, 'f'), 'a\n'.repeat(40_000));
    await writeFile(join(folder, 'g'), '');
    await writeFile(join(folder, 'h'), Buffer.from([0, 1, 2]));
    await writeFile(join(folder, 'i'), JSON.stringify([{ Message: long }, { b: 1 }], null, 2));
    const paths = [folder, join(folder, 'nowhere')];
    const { calls } = await ahead(paths);
    expect(calls).toEqual(await directly(paths));
  });

  it('cuts the text of one member, and nothing else', async () => {
    const message = `a\\"b\\\\\\n${long}`;
    const texts = [
      `{"a":1,"Message":"${message}","b":{"Message":"${message}"}}`,
      `{ "Message" : "${message}" }`,
      `{"Message":"short"}`,
      `{"message":"${message}","Messages":"${message}"}`,
      `[{"Message":"${message}"}]`,
      `{"Message":"${long}\\u0041"}`,
      `{"Message":"${long}\\q"}`,
      `{"Message":"${long}\t"}`,
      `{"Message":"${long}`,
      `{"Message":["${long}"]}`,
      `{"é":"ü","Message":"${long}é"}`,
    ];
    await writeFile(join(folder, 'a'), texts.join('\n'));
    const { scanned } = await ahead([folder]);
    expect(scanned.map((record) => record.text)).toEqual(texts);
    expect(scanned.map((record) => record.cut)).toEqual([
      `{"a":1,"Message":"","b":{"Message":"${message}"}}`,
      `{ "Message" : "" }`,
      ...texts.slice(2, 10),
      `{"é":"ü","Message":""}`,
    ]);
  });
});

describe('markJson', () => {
  const marksOf = (text: string) => {
    const bytes = Buffer.from(text);
    const marks = markJson(bytes, 0, bytes.length, 'Message');
    return {
      marks,
      cut: Buffer.concat([bytes.subarray(0, marks.cutStart), bytes.subarray(marks.cutEnd)]).toString(),
    };
  };
  const validity = (text: string): unknown => {
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === 'object' && value !== null && 'Message' in value
        ? { ...value, Message: 0 }
        : value;
    } catch {
      return 'invalid';
    }
  };
  const keysOf = (value: unknown): number =>
    typeof value !== 'object' || value === null
      ? 0
      : Object.values(value).reduce<number>(
          (sum, inner) => sum + keysOf(inner),
          Array.isArray(value) ? 0 : Object.keys(value).length,
        );
  const depthOf = (value: unknown): number =>
    typeof value !== 'object' || value === null ? 0 : 1 + Math.max(0, ...Object.values(value).map(depthOf));

  it('counts the members and the depth of any JSON', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'grapheme' }), fc.boolean(), (json, spread) => {
        // Written again, so that no object has a member twice.
        const value: unknown = JSON.parse(json);
        const { marks } = marksOf(JSON.stringify(value, null, spread ? 2 : 0));
        expect([marks.keys, marks.depth]).toEqual([keysOf(value), depthOf(value)]);
      }),
    );
  });

  it('leaves a record that parses if and only if the whole does, to the same value but for the member', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '"',
        ':',
        ',',
        '\\',
        '\\"',
        '\\u0041',
        '\t',
        '\u0001',
        '"Message"',
        '"Message":"',
        '1',
        ' ',
        'é',
        long,
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.array(piece),
        fc.array(piece, { maxLength: 3 }),
        fc.array(piece, { maxLength: 3 }),
        (inside, before, after) => {
          const text = `${before.join('')}{"a":1,"Message":"${long}${inside.join('')}","b":2}${after.join('')}`;
          expect(validity(marksOf(text).cut)).toEqual(validity(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never reads beyond the record', () => {
    const bytes = Buffer.from('{"a":"b\\"}","c":1,"d":2}');
    for (let end = 0; end <= bytes.length; end++) {
      expect(markJson(bytes, 0, end, 'Message')).toEqual(
        markJson(Buffer.from(bytes.subarray(0, end)), 0, end, 'Message'),
      );
    }
  });

  it.each(['1234567890123456', '1e5', '1E5', '12345678.12345678'])(
    'sees that %s may not fit a double',
    (number) => {
      expect(marksOf(`{"a":${number}}`).marks.wideNumber).toBe(true);
      expect(marksOf(`{"a":"${number}","b":123456789}`).marks.wideNumber).toBe(false);
    },
  );
});
