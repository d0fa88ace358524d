import { mappedBytes, segmentAt } from '../elf/mapped-bytes.js';
import type { GoBinary } from '../go/go-binary.js';
import type { ProbeHit } from '../tracefs/probe-hit.js';

/** The runtime's longest message has 60 bytes. */
const messageMax = 1_024;

/** How far from its own addresses the program was loaded; 0 unless it is position independent. */
export function loadedAt(binary: GoBinary, hit: ProbeHit): number {
  return hit.instruction - binary.probe.address;
}

/**
 * The text behind `fatal error: `. The runtime's messages are constants, so pointer and length lead to the same bytes in the file, and the memory
 * of the process is never read. Null: the text was made at run time.
 */
export function hitMessage(binary: GoBinary, hit: ProbeHit): string | null {
  const { textAddress, textBytes } = hit;
  if (textAddress === null || textBytes === null || textBytes === 0 || textBytes > messageMax) return null;
  const address = textAddress - loadedAt(binary, hit);
  if (segmentAt(binary.elf, address)?.writable !== false) return null;
  return mappedBytes(binary.elf, address, textBytes)?.toString('utf8') ?? null;
}
