import type { ElfFile, Segment } from './elf-file.js';

/** The segment that the kernel fills from the file at this address; null where there is none, or only zeroed memory. */
export function segmentAt(elf: ElfFile, address: number): Segment | null {
  return (
    elf.segments.find(
      (segment) => address >= segment.address && address < segment.address + segment.fileSize,
    ) ?? null
  );
}

/** Where in the file the byte of this address stands: what a uprobe is given. Null: not mapped from the file. */
export function fileOffsetOf(elf: ElfFile, address: number): number | null {
  const segment = segmentAt(elf, address);
  return segment === null ? null : segment.fileOffset + (address - segment.address);
}

/** What a process has at this address as long as it writes nothing there; null where the file does not say. */
export function mappedBytes(elf: ElfFile, address: number, length: number): Buffer | null {
  const segment = segmentAt(elf, address);
  if (segment === null || address + length > segment.address + segment.fileSize) return null;
  const offset = segment.fileOffset + (address - segment.address);
  return offset + length > elf.source.size ? null : elf.source.read(offset, length);
}
