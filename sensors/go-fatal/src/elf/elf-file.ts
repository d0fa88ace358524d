import type { ByteSource } from './byte-source.js';
import { unsupportedBinary } from './unsupported-binary.js';
import { textAt, wordAt } from './word.js';

/** A part of the file that the kernel maps. */
export interface Segment {
  readonly address: number;
  readonly fileOffset: number;
  readonly fileSize: number;
  readonly writable: boolean;
  readonly executable: boolean;
}

export interface Section {
  readonly name: string;
  readonly type: number;
  readonly address: number;
  readonly fileOffset: number;
  readonly size: number;
}

export interface ElfFile {
  readonly source: ByteSource;
  readonly segments: readonly Segment[];
  readonly sections: readonly Section[];
}

// Sizes and positions: System V ABI, ELF-64 Object File Format 1.5. Go writes about 10 segments and 40 sections.
const segmentsMax = 256;
const sectionsMax = 4_096;
const namesMax = 1024 * 1024;
const nameMax = 256;
const loadable = 1;
const amd64 = 62;

/** Reads the headers of a program for amd64 Linux. FL_BINARY_UNSUPPORTED for any other file. Cost: the headers, at most 1.3 MiB. */
export function readElf(source: ByteSource): ElfFile {
  const header = source.read(0, Math.min(64, source.size));
  checkIdentity(header);
  return { source, segments: readSegments(source, header), sections: readSections(source, header) };
}

function checkIdentity(header: Buffer): void {
  if (header.length < 64 || header.readUInt32BE(0) !== 0x7f454c46) {
    throw unsupportedBinary('this is no ELF program: name the program itself, not a script that starts it');
  }
  const machine = header.readUInt16LE(18);
  if (header[4] !== 2 || header[5] !== 1 || machine !== amd64) {
    throw unsupportedBinary(
      `the program is for machine ${machine}, and the sensor knows the registers of amd64 (${amd64}) only`,
    );
  }
}

function readSegments(source: ByteSource, header: Buffer): readonly Segment[] {
  const entries = table(source, wordAt(header, 32), header.readUInt16LE(54), header.readUInt16LE(56), {
    what: 'segments',
    entryBytes: 56,
    max: segmentsMax,
  });
  return entries
    .filter((entry) => entry.readUInt32LE(0) === loadable)
    .map((entry) => ({
      address: wordAt(entry, 16),
      fileOffset: wordAt(entry, 8),
      fileSize: wordAt(entry, 32),
      writable: (entry.readUInt32LE(4) & 2) !== 0,
      executable: (entry.readUInt32LE(4) & 1) !== 0,
    }));
}

function readSections(source: ByteSource, header: Buffer): readonly Section[] {
  const entries = table(source, wordAt(header, 40), header.readUInt16LE(58), header.readUInt16LE(60), {
    what: 'sections',
    entryBytes: 64,
    max: sectionsMax,
  });
  const names = readNames(source, entries[header.readUInt16LE(62)]);
  return entries.map((entry) => ({
    name: textAt(names, entry.readUInt32LE(0), nameMax) ?? '',
    type: entry.readUInt32LE(4),
    address: wordAt(entry, 16),
    fileOffset: wordAt(entry, 24),
    size: wordAt(entry, 32),
  }));
}

function readNames(source: ByteSource, entry: Buffer | undefined): Buffer {
  if (entry === undefined) return Buffer.alloc(0);
  const size = wordAt(entry, 32);
  if (size > namesMax) throw unsupportedBinary(`the names of its sections take ${size} bytes`);
  return source.read(wordAt(entry, 24), size);
}

interface TableLimits {
  readonly what: string;
  readonly entryBytes: number;
  readonly max: number;
}

function table(
  source: ByteSource,
  offset: number,
  entryBytes: number,
  count: number,
  limits: TableLimits,
): readonly Buffer[] {
  if (count > limits.max) throw unsupportedBinary(`it claims ${count} ${limits.what}`);
  if (count === 0) return [];
  if (entryBytes !== limits.entryBytes) {
    throw unsupportedBinary(`its ${limits.what} have entries of ${entryBytes} bytes`);
  }
  const bytes = source.read(offset, count * entryBytes);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * entryBytes, (at + 1) * entryBytes));
}
