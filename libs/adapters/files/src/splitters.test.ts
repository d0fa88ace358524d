import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentSplitter } from './document-splitter.js';
import { LineSplitter } from './line-splitter.js';
import type { RecordSink, RecordSplitter } from './record-sink.js';

interface Found {
  readonly text: string;
  readonly offset: number;
  readonly line: number;
}

function split(
  make: (sink: RecordSink) => RecordSplitter,
  text: string,
  chunkSizes: readonly number[],
): Found[] {
  const found: Found[] = [];
  const splitter = make({
    record: (bytes, start, end, offset, line) =>
      void found.push({ text: bytes.toString('utf8', start, end), offset, line }),
    tooLong: (_, length, offset, line) => void found.push({ text: `too long: ${length}`, offset, line }),
  });
  const bytes = Buffer.from(text);
  let start = 0;
  for (let i = 0; start < bytes.length; i++) {
    const end = start + (chunkSizes[i % chunkSizes.length] ?? 1);
    splitter.push(bytes.subarray(start, end));
    start = end;
  }
  splitter.end();
  return found;
}

const chunkSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const letters = fc.string({
  unit: fc.constantFrom('a', 'ü', '"', '\\', '{', '}', '[', ']', ',', '\n', '\r', ' '),
});

describe('splitters', () => {
  it('find the same whatever the chunks', () => {
    for (const make of [
      (sink: RecordSink) => new LineSplitter(sink, 12, 0),
      (sink: RecordSink) => new DocumentSplitter(sink, 12, 0, 0),
    ]) {
      fc.assert(
        fc.property(letters, chunkSizes, (text, sizes) => {
          expect(split(make, text, sizes)).toEqual(split(make, text, [1_000_000]));
        }),
      );
    }
  });

  it('lose no line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'ü', ' ') })),
        chunkSizes,
        (lines, sizes) => {
          const found = split((sink) => new LineSplitter(sink, 1000, 0), lines.join('\n'), sizes);
          expect(found.map((one) => one.text)).toEqual(lines.filter((line) => line.trim() !== ''));
        },
      ),
    );
  });

  it('lose no value of a document, and know where it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
        fc.integer({ min: 0, max: 4 }),
        chunkSizes,
        (values, indent, sizes) => {
          const text = JSON.stringify(values, null, indent);
          const found = split((sink) => new DocumentSplitter(sink, 1_000_000, 0, 0), text, sizes);
          expect(found.map((one) => JSON.parse(one.text) as unknown)).toEqual(JSON.parse(text));
          const bytes = Buffer.from(text);
          for (const one of found)
            expect(bytes.toString('utf8', one.offset, one.offset + Buffer.byteLength(one.text))).toBe(
              one.text,
            );
        },
      ),
    );
  });
});
