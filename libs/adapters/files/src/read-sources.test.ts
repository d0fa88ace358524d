import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RawRecord, Rejected } from '@faultline/model';
import { readRecordAt } from './read-record-at.js';
import { recordId } from './record-id.js';
import { readSources } from './read-sources.js';
import type { ReadOptions, ReadProgress, SourceSummary } from './source-summary.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

async function read(paths: string | string[] = folder, options: ReadOptions = {}) {
  const records: RawRecord[] = [];
  const rejected: Rejected[] = [];
  const summaries: SourceSummary[] = [];
  const progress: ReadProgress[] = [];
  await readSources([paths].flat(), options, {
    record: (record) => void records.push(record),
    rejected: (one) => void rejected.push(one),
    sourceEnd: (summary) => void summaries.push(summary),
    progress: (now) => void progress.push(now),
  });
  return {
    records,
    rejected,
    summaries,
    progress,
    texts: records.map((record) => record.text),
    codes: rejected.map((one) => one.code),
  };
}

describe('lines', () => {
  it('end with \\n or \\r\\n, have byte-true places, and blank ones are none', async () => {
    await writeFile(at('a.jsonl'), 'é1\r\n\n  \nzwei\n€');
    const { records, summaries } = await read();
    expect(records.map(({ line, offset, length, text }) => [line, offset, length, text])).toEqual([
      [1, 0, 3, 'é1'],
      [4, 9, 4, 'zwei'],
      [5, 14, 3, '€'],
    ]);
    expect(records[1]?.id).toBe(sha256('zwei').slice(0, 32));
    expect(summaries).toEqual([
      {
        path: at('a.jsonl'),
        state: 'read',
        gzip: false,
        bytesStored: 17,
        bytesRead: 17,
        records: 3,
        rejected: 0,
        sha256: sha256('é1\r\n\n  \nzwei\n€'),
      },
    ]);
  });

  it('are found whatever the chunks, far beyond one chunk', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `{"i":${i},"pad":"${'ü'.repeat(i % 60)}"}`);
    await writeFile(at('plain'), lines.join('\n'));
    await writeFile(at('zipped'), gzipSync(lines.join('\n')));
    const { texts, records } = await read();
    expect(texts).toEqual([...lines, ...lines]);
    const last = records.at(-1);
    expect(last?.offset).toBe(Buffer.byteLength(lines.slice(0, -1).join('\n')) + 1);
  });

  it('with invalid UTF-8 keep their identity over the raw bytes', async () => {
    const raw = Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d]);
    await writeFile(at('a'), Buffer.concat([raw, Buffer.from('\n')]));
    const { records } = await read();
    expect(records[0]).toMatchObject({ text: '{\ufffd\ufffd\ufffd}', id: recordId(raw), length: 5 });
  });

  it('of 50 MB are passed over in bounded memory, and the next is read', async () => {
    await writeFile(at('a'), `{"a":"${'x'.repeat(50 * 1024 * 1024)}"}\n{"b":1}\n`);
    const { texts, rejected, summaries } = await read();
    expect(texts).toEqual(['{"b":1}']);
    expect(rejected).toMatchObject([
      { code: 'FL_RECORD_TOO_LONG', at: { line: 1, offset: 0, length: 52_428_808 } },
    ]);
    expect(rejected[0]?.excerpt.length).toBeLessThanOrEqual(201);
    expect(summaries).toMatchObject([{ state: 'read', records: 1, rejected: 1 }]);
  });

  it('after a byte order mark start behind it', async () => {
    await writeFile(at('a'), '\ufeff{"a":1}\n{"b":2}');
    expect((await read()).records.map((record) => [record.offset, record.text])).toEqual([
      [3, '{"a":1}'],
      [11, '{"b":2}'],
    ]);
  });
});

describe('gzip', () => {
  it('is found by its first bytes, with any number of members', async () => {
    const stored = Buffer.concat([gzipSync('{"a":1}\n{"b"'), gzipSync(':2}\n')]);
    await writeFile(at('no-suffix'), stored);
    const { texts, summaries } = await read();
    expect(texts).toEqual(['{"a":1}', '{"b":2}']);
    expect(summaries).toMatchObject([
      { gzip: true, bytesStored: stored.length, bytesRead: 16, sha256: sha256(stored) },
    ]);
  });

  it('cut off gives what is there and one rejection', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `{"i":${i},"h":"${sha256(String(i))}"}`);
    const stored = gzipSync(lines.join('\n'));
    const cut = stored.subarray(0, stored.length / 2);
    await writeFile(at('cut.gz'), cut);
    const { texts, codes, summaries, rejected } = await read();
    expect(texts.length).toBeGreaterThan(8_000);
    // The line that the cut goes through is part of the unreadable rest.
    expect(texts).toEqual(lines.slice(0, texts.length));
    const good = lines.slice(0, texts.length).join('\n').length + 1;
    expect(rejected).toMatchObject([{ at: { offset: good, line: texts.length + 1 } }]);
    expect(codes).toEqual(['FL_SOURCE_TRUNCATED']);
    expect(summaries).toMatchObject([{ state: 'truncated', sha256: sha256(cut), bytesStored: cut.length }]);
  });

  it.each([10, 2, 18])('of %i bytes or damaged in its head is one rejection', async (length) => {
    await writeFile(at('head.gz'), gzipSync('hello').subarray(0, length));
    const { codes, texts } = await read();
    expect([codes, texts]).toEqual([['FL_SOURCE_TRUNCATED'], []]);
  });

  it('that grows without end is a bomb: one rejection, the rest unread', async () => {
    await writeFile(at('bomb.gz'), gzipSync(Buffer.alloc(64 * 1024 * 1024, `${' '.repeat(99_999)}\n`)));
    const { codes, summaries } = await read(folder, { bombBytes: 1024 * 1024, bombRatio: 10 });
    expect(codes).toEqual(['FL_SOURCE_BOMB']);
    expect(summaries[0]).toMatchObject({ state: 'bomb', sha256: sha256(await readFile(at('bomb.gz'))) });
    expect(summaries[0]?.bytesRead).toBeLessThan(3 * 1024 * 1024);
    expect((await read(folder, { decompressedBytesMax: 1024 * 1024 })).codes).toEqual(['FL_SOURCE_BOMB']);
    expect((await read()).codes).toEqual([]);
  });
});

describe('JSON spread over lines', () => {
  const values = [{ a: [1, { b: '}"\\' }] }, { c: null }];
  it.each<[string, string]>([
    ['array', JSON.stringify(values, null, 2)],
    ['array in one line', JSON.stringify(values)],
    ['objects one after the other', values.map((value) => JSON.stringify(value, null, 1)).join('\n')],
    ['Records list', JSON.stringify({ Records: values }, null, 4)],
    ['Records list in one line with more after it', JSON.stringify({ Records: values, more: { x: [1] } })],
    ['arrays line by line', values.map((value) => JSON.stringify([value])).join('\n')],
  ])('is a record per value: %s', async (_, text) => {
    await writeFile(at('a.json'), text);
    const { texts, records } = await read();
    expect(texts.map((one) => JSON.parse(one) as unknown)).toEqual(values);
    for (const record of records) {
      expect((await readRecordAt(record))?.toString()).toBe(record.text);
      expect(text.slice(0, record.offset).split('\n').length).toBe(record.line);
    }
  });

  it('cut off hands over the rest, so that it is counted', async () => {
    await writeFile(at('a.json'), '[\n {"a":1},\n {"b":');
    expect((await read()).texts).toEqual(['{"a":1}', '{"b":']);
  });

  it('too long is passed over, and the next value read', async () => {
    await writeFile(at('a.json'), `[\n{"a":"${'x'.repeat(3_000_000)}"},\n{"b":1}\n]`);
    const { texts, rejected } = await read(folder, { documentBytesMax: 1_000_000 });
    expect(texts).toEqual(['{"b":1}']);
    expect(rejected).toMatchObject([
      { code: 'FL_RECORD_TOO_LONG', at: { offset: 2, line: 2, length: 3_000_008 } },
    ]);
  });

  it('is not taken for it when the first line of a log is cut', async () => {
    await writeFile(at('a.jsonl'), '{"a":{"b":"to\n{"c":1}\n{"d":2}\n');
    expect((await read()).texts).toEqual(['{"a":{"b":"to', '{"c":1}', '{"d":2}']);
    await writeFile(at('a.jsonl'), '[2026-01-01] text\nmore\n');
    expect((await read()).texts).toEqual(['[2026-01-01] text', 'more']);
  });

  it('nested without end is one bounded record', async () => {
    await writeFile(at('a.json'), '[\n{"a":' + '['.repeat(5_000_000));
    expect((await read(folder, { documentBytesMax: 1_000_000 })).codes).toEqual(['FL_RECORD_TOO_LONG']);
  });
});

describe('what cannot be read', () => {
  it('is one summary and one rejection each: missing, empty, binary, UTF-16', async () => {
    await writeFile(at('a-empty'), '');
    await writeFile(at('b-binary'), Buffer.from([1, 2, 0, 3, 10, 65]));
    await writeFile(at('c-utf16'), Buffer.from('\ufeff{}', 'utf16le'));
    await writeFile(at('d-empty.gz'), gzipSync(''));
    const { summaries, codes, texts } = await read([folder, at('missing')]);
    expect(summaries.map((one) => one.state)).toEqual(['empty', 'binary', 'binary', 'empty', 'unreadable']);
    expect(codes).toEqual(['FL_RECORD_BINARY', 'FL_RECORD_BINARY', 'FL_SOURCE_UNREADABLE']);
    expect(texts).toEqual([]);
    expect(summaries[0]?.sha256).toBe(sha256(''));
    expect(summaries[1]?.sha256).toBe(sha256(Buffer.from([1, 2, 0, 3, 10, 65])));
  });

  it('is a large binary, whose hash still covers all of it, also inside gzip', async () => {
    const bytes = Buffer.alloc(3_000_000, 7);
    bytes[10] = 0;
    await writeFile(at('a'), bytes);
    await writeFile(at('b'), gzipSync(bytes, { level: 0 }));
    const { summaries } = await read();
    expect(summaries.map((one) => one.state)).toEqual(['binary', 'binary']);
    expect(summaries[0]?.sha256).toBe(sha256(bytes));
    expect(summaries[1]?.sha256).toBe(sha256(gzipSync(bytes, { level: 0 })));
  });

  it('is a file without permission', async () => {
    await writeFile(at('a'), '{"a":1}');
    await chmod(at('a'), 0);
    const { summaries } = await read();
    // As root every file can be read.
    expect(summaries[0]?.state).toBe(process.getuid?.() === 0 ? 'read' : 'unreadable');
  });

  it('is a pipe inside a folder, and a folder that links to itself', async () => {
    await mkdir(at('x/y'), { recursive: true });
    await writeFile(at('x/y/log'), '{"a":1}');
    await symlink(at('x'), at('x/y/loop'));
    await symlink('self', at('x/self'));
    const { summaries, codes } = await read();
    expect(summaries.map((one) => [one.path.slice(folder.length + 1), one.state])).toEqual([
      ['x/self', 'unreadable'],
      ['x/y/log', 'read'],
      ['x/y/loop', 'unreadable'],
    ]);
    expect(codes).toEqual(['FL_SOURCE_UNREADABLE', 'FL_SOURCE_UNREADABLE']);
  });
});

describe('several sources', () => {
  it('come sorted, each once, with progress to the end', async () => {
    for (const name of ['b', 'a', 'c']) await writeFile(at(name), `"${name}"\n`);
    const { texts, progress } = await read([at('c'), folder, at('a')]);
    expect(texts).toEqual(['"c"', '"a"', '"b"']);
    expect(progress.at(-1)).toEqual({ bytesDone: 12, bytesTotal: 12, sourcesDone: 3, sourcesTotal: 3 });
  });

  it('stop when the signal says so, and when a handler throws', async () => {
    await writeFile(at('a'), 'x\n'.repeat(1000));
    const abort = new AbortController();
    abort.abort(new Error('enough'));
    const handlers = { record: () => undefined, rejected: () => undefined, sourceEnd: () => undefined };
    await expect(readSources([folder], {}, handlers, abort.signal)).rejects.toThrow('enough');
    const throwing = {
      ...handlers,
      record: () => {
        throw new Error('no');
      },
    };
    await expect(readSources([folder], {}, throwing)).rejects.toThrow('no');
    await writeFile(at('a'), gzipSync('x\n'.repeat(1000)));
    await expect(readSources([folder], {}, throwing)).rejects.toThrow('no');
  });
});

describe('readRecordAt', () => {
  it('gives the raw bytes again, from plain files and gzip', async () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `{"i":${i},"x":"${sha256(String(i))}"}`);
    await writeFile(at('plain'), lines.join('\r\n'));
    await writeFile(at('zipped'), gzipSync(lines.join('\n')));
    const { records } = await read();
    for (const index of [0, 1, 17_000, 29_999, 30_000, 45_000, 59_999]) {
      const record = records[index];
      if (record === undefined) throw new Error('missing');
      const bytes = await readRecordAt(record);
      expect(bytes?.toString()).toBe(record.text);
      expect(recordId(bytes ?? Buffer.alloc(0))).toBe(record.id);
    }
  });

  it('is null beyond the end', async () => {
    await writeFile(at('a'), 'abc');
    await writeFile(at('b'), gzipSync('abc'));
    expect(await readRecordAt({ path: at('a'), line: 1, offset: 2, length: 2 })).toBeNull();
    expect(await readRecordAt({ path: at('b'), line: 1, offset: 2, length: 2 })).toBeNull();
  });
});
