import type { ElfFile, Section } from '../elf/elf-file.js';
import { mappedBytes } from '../elf/mapped-bytes.js';
import { visitRelative } from '../elf/relocations.js';
import { unsupportedBinary } from '../elf/unsupported-binary.js';
import type { GoLayout } from './go-layout.data.js';
import type { LineTable } from './line-table.js';

/** What `runtime.firstmoduledata` says of where the program is, before it is loaded anywhere. */
export interface ModuleData {
  readonly textStart: number;
  readonly textEnd: number;
  /** Base of the tables of inlined calls. */
  readonly inlineBase: number;
}

// Positions in runtime.moduledata, the same from 1.18 to 1.27 (runtime/symtab.go); the line table no longer tells where the text starts (1.26).
const secondWord = 8;
const textAt = 176;
const textEndAt = 184;
const words = 44;
const chunkBytes = 1024 * 1024;
/** Go keeps the structure near the start of its initialised data. */
const scannedMax = 512 * chunkBytes;
/** There is one; each costs a pass over the relocations. */
const candidatesMax = 8;

/**
 * Finds the structure by its first two words, the addresses of the line table and of its names: so it is found in a stripped program too.
 * FL_BINARY_UNSUPPORTED where it is not there. Cost: one pass over the initialised data and two over the relocations.
 */
export function readModuleData(elf: ElfFile, lines: LineTable, layout: GoLayout): ModuleData {
  for (const address of candidates(elf, lines.address)) {
    const word = wordsAt(elf, address);
    const textStart = word(textAt);
    const textEnd = word(textEndAt);
    if (word(0) !== lines.address || word(secondWord) !== lines.address + lines.nameOffset) continue;
    if (textStart > 0 && textStart < textEnd) return { textStart, textEnd, inlineBase: word(layout.gofunc) };
  }
  throw unsupportedBinary('runtime.firstmoduledata was not found: not a Go program, or a changed toolchain');
}

function candidates(elf: ElfFile, lineTable: number): readonly number[] {
  const found: number[] = [];
  visitRelative(elf, (offset, addend) => {
    if (addend === lineTable && found.length < candidatesMax) found.push(offset);
  });
  for (const section of elf.sections.filter(holdsData)) found.push(...wordsEqual(elf, section, lineTable));
  return [...new Set(found)];
}

function holdsData({ name, type }: Section): boolean {
  return type === 1 && /^\.(?:go\.module|noptrdata|data)/.test(name);
}

function wordsEqual(elf: ElfFile, section: Section, value: number): readonly number[] {
  const found: number[] = [];
  const wanted = Buffer.alloc(8);
  wanted.writeBigUInt64LE(BigInt(value));
  const end = Math.min(section.size, scannedMax);
  for (let from = 0; from < end && found.length < candidatesMax; from += chunkBytes) {
    const chunk = elf.source.read(section.fileOffset + from, Math.min(chunkBytes, end - from));
    for (let at = chunk.indexOf(wanted); at >= 0; at = chunk.indexOf(wanted, at + 1)) {
      if (at % 8 === 0 && found.push(section.address + from + at) >= candidatesMax) break;
    }
  }
  return found;
}

/** Words as the loader leaves them where the program stands at its own addresses; 0 where the file does not say. */
function wordsAt(elf: ElfFile, address: number): (at: number) => number {
  const bytes = mappedBytes(elf, address, words * 8);
  const relocated = new Map<number, number>();
  visitRelative(elf, (offset, addend) => {
    if (offset >= address && offset < address + words * 8) relocated.set(offset - address, addend);
  });
  return (at) => relocated.get(at) ?? (bytes === null ? 0 : Number(bytes.readBigUInt64LE(at)));
}
