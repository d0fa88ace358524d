import { mappedBytes } from '../elf/mapped-bytes.js';
import {
  functionAt,
  inlinedIndex,
  inlineTree,
  nameAt,
  sourceLine,
  type GoFunction,
} from './function-table.js';
import type { GoBinary } from './go-binary.js';

/** A line of source, as a frame of a dump names it. */
export interface Place {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
  /** The compiler put its code into its caller. */
  readonly inlined: boolean;
}

/** The compiler inlines a few levels; a hostile table could lead in circles. */
const inlinedMax = 64;

/**
 * The functions at an address, the innermost inlined one first, the real one last; empty outside the program's text. `address` is one of the
 * file, before loading; for a return address give the byte before, which belongs to the call.
 */
export function placesOf(binary: GoBinary, address: number): readonly Place[] {
  const { lines, module } = binary;
  if (address < module.textStart || address >= module.textEnd) return [];
  const outer = functionAt(lines, address - module.textStart);
  if (outer === null) return [];
  const places: Place[] = [];
  let position = address - module.textStart;
  while (places.length < inlinedMax) {
    const call = inlinedCall(binary, outer, position);
    if (call === null) break;
    places.push({ function: call.name, ...sourceLine(lines, outer, position), inlined: true });
    position = outer.entry + call.callSite;
  }
  return [...places, { function: outer.name, ...sourceLine(lines, outer, position), inlined: false }];
}

interface InlinedCall {
  readonly name: string;
  /** Position within the outer function whose source line is that of the call. */
  readonly callSite: number;
}

// runtime/symtab.go, symtabinl.go: `inlinedCall`. Up to 1.19 it had the file and the line of the call as well.
const forms = {
  40: { bytes: 20, name: 12, callSite: 16 },
  44: { bytes: 16, name: 4, callSite: 8 },
} as const;

function inlinedCall(binary: GoBinary, outer: GoFunction, position: number): InlinedCall | null {
  const { lines, module, elf } = binary;
  const index = inlinedIndex(lines, outer, position);
  const tree = index === null ? null : inlineTree(lines, outer);
  if (index === null || tree === null) return null;
  const form = forms[lines.functionBytes];
  const entry = mappedBytes(elf, module.inlineBase + tree + index * form.bytes, form.bytes);
  const name = entry === null ? null : nameAt(lines, entry.readInt32LE(form.name));
  return entry === null || name === null ? null : { name, callSite: entry.readInt32LE(form.callSite) };
}
