import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LineReadOptions, type LinesRead, readLines } from './read-lines.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-lines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(
  source: string | AsyncIterable<Buffer>,
  options: Partial<LineReadOptions> = {},
): Promise<{ read: LinesRead; lines: string[] }> {
  const lines: string[] = [];
  const read = await readLines(source, { lineCharsMax: 1_000, ...options }, (text, number) => {
    lines.push(text);
    if (number !== lines.length) throw new Error(`line ${String(number)} came out of order`);
  });
  return { read, lines };
}

describe('lines of a source', () => {
  it('are the same in whatever pieces they come, plain or gzip', async () => {
    const text = fc.array(fc.constantFrom('a', 'é', '\n', '\n', '\t', '🎈', ' '), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (parts, size) => {
        const bytes = Buffer.from(parts.join(''));
        const expected = parts.join('').split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect((await linesOf(inPieces(bytes, size))).lines).toEqual(expected);
        expect((await linesOf(inPieces(gzipSync(bytes), size + 1))).lines).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('keep blank ones and lose line breaks of both kinds', async () => {
    const path = join(folder, 'blank.log');
    await writeFile(path, '\ufeffa\r\n\r\n\nb');
    expect((await linesOf(path)).lines).toEqual(['a', '', '', 'b']);
  });

  it('are read from UTF-16, with a mark and without', async () => {
    const text = Buffer.from('fatal error: x\r\n\r\ngoroutine 1 [running]:\r\n', 'utf16le');
    const expected = ['fatal error: x', '', 'goroutine 1 [running]:'];
    expect((await linesOf(inPieces(text, 64))).lines).toEqual(expected);
    expect((await linesOf(inPieces(Buffer.concat([Buffer.from([0xff, 0xfe]), text]), 63))).lines).toEqual(
      expected,
    );
  });

  it('are cut where they are too long, one character behind the limit', async () => {
    const { lines } = await linesOf(inPieces(Buffer.from(`${'x'.repeat(5_000)}\nb`), 100), {
      lineCharsMax: 10,
    });
    expect(lines).toEqual(['x'.repeat(11), 'b']);
  });

  it('go up to where a gzip is cut, and no further than a bomb may grow', async () => {
    const stored = gzipSync(Array.from({ length: 5_000 }, (_, i) => `line ${String(i * 7_919)}\n`).join(''));
    const cut = await linesOf(inPieces(stored.subarray(0, stored.length / 2), 4_096));
    expect(cut.read.state).toBe('truncated');
    expect(cut.lines[0]).toBe('line 0');
    const bomb = await linesOf(inPieces(gzipSync(Buffer.alloc(4 << 20, 10)), 4_096), { bombBytes: 1 << 20 });
    expect(bomb.read.state).toBe('bomb');
    expect(bomb.read.bytesRead).toBeLessThan(2 << 20);
  });

  it('say why there are none', async () => {
    const { read, lines } = await linesOf(join(folder, 'no-such-file'));
    expect(lines).toEqual([]);
    expect(read).toMatchObject({ state: 'unreadable', problem: 'it does not exist' });
  });

  it('stop when the reader is told to', async () => {
    await expect(linesOf(inPieces(Buffer.from('a\n'), 1), { signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
  });
});
