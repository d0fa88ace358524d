import type { ElfFile } from './elf-file.js';
import { unsupportedBinary } from './unsupported-binary.js';

/** `word at offset becomes load address + addend`: how a position independent program stores its own addresses. */
export type RelativeVisitor = (offset: number, addend: number) => void;

const relocationsWithAddend = 4;
const relative = 8;
const entryBytes = 24;
/** kube-apiserver, built position independent, has about 700,000. */
const entriesMax = 8_000_000;
const chunkEntries = 40_000;

/** Visits every R_X86_64_RELATIVE (psABI 1.0, table 4.9). Cost: one pass over the table, 1 MiB of memory. */
export function visitRelative(elf: ElfFile, visit: RelativeVisitor): void {
  for (const section of elf.sections) {
    if (section.type !== relocationsWithAddend) continue;
    const entries = Math.floor(section.size / entryBytes);
    if (entries > entriesMax) throw unsupportedBinary(`it claims ${entries} relocations`);
    for (let from = 0; from < entries; from += chunkEntries) {
      const count = Math.min(chunkEntries, entries - from);
      visitChunk(elf.source.read(section.fileOffset + from * entryBytes, count * entryBytes), visit);
    }
  }
}

function visitChunk(chunk: Buffer, visit: RelativeVisitor): void {
  for (let at = 0; at + entryBytes <= chunk.length; at += entryBytes) {
    if (chunk.readUInt32LE(at + 8) !== relative) continue;
    visit(Number(chunk.readBigUInt64LE(at)), Number(chunk.readBigUInt64LE(at + 16)));
  }
}
