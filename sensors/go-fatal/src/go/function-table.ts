import { textAt, u32At } from '../elf/word.js';
import type { LineTable } from './line-table.js';
import { pcValue } from './pc-value.js';

/** One function of the program, and where its tables are. */
export interface GoFunction {
  readonly name: string;
  /** Where it starts, counted from the start of the text. */
  readonly entry: number;
  /** Position of its `runtime._func`. */
  readonly at: number;
}

/** The longest names are those of generic functions with long type arguments. */
const nameMax = 4_096;
const pathMax = 4_096;

/** The function that holds this position of the text. Null outside. Cost: logarithmic in the functions. */
export function functionAt(lines: LineTable, position: number): GoFunction | null {
  let low = 0;
  let high = lines.functionCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((u32At(lines.functions, middle * 8) ?? Infinity) <= position) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : readFunction(lines, low - 1);
}

/** Every function of that name. Cost: linear in the functions, so it is asked once, at the start. */
export function functionsNamed(lines: LineTable, name: string): readonly GoFunction[] {
  const found: GoFunction[] = [];
  for (let index = 0; index < lines.functionCount; index += 1) {
    const candidate = readFunction(lines, index, name.length + 1);
    if (candidate?.name === name) found.push(candidate);
  }
  return found;
}

function readFunction(lines: LineTable, index: number, max = nameMax): GoFunction | null {
  const entry = u32At(lines.functions, index * 8);
  const at = u32At(lines.functions, index * 8 + 4);
  const nameOffset = at === null ? null : u32At(lines.functions, at + 4);
  const name = nameOffset === null ? null : textAt(lines.names, nameOffset, max);
  return entry === null || at === null || name === null ? null : { entry, at, name };
}

export function nameAt(lines: LineTable, offset: number): string | null {
  return textAt(lines.names, offset, nameMax);
}

export interface SourceLine {
  readonly file: string | null;
  readonly line: number | null;
}

/** Positions in `runtime._func`: pcfile 20, pcln 24, npcdata 28, cuOffset 32. */
export function sourceLine(lines: LineTable, of: GoFunction, position: number): SourceLine {
  const offset = position - of.entry;
  const line = tableValue(lines, of.at + 24, offset);
  const index = tableValue(lines, of.at + 20, offset);
  const unit = u32At(lines.functions, of.at + 32);
  const file = index === null || unit === null || index < 0 ? null : u32At(lines.units, (unit + index) * 4);
  return { line, file: file === null ? null : textAt(lines.files, file, pathMax) };
}

/** Which entry of the function's table of inlined calls this position belongs to; null: to the function itself. */
export function inlinedIndex(lines: LineTable, of: GoFunction, position: number): number | null {
  const tables = u32At(lines.functions, of.at + 28) ?? 0;
  if (tables <= inlineTreeIndex) return null;
  const index = tableValue(lines, of.at + lines.functionBytes + inlineTreeIndex * 4, position - of.entry);
  return index === null || index < 0 ? null : index;
}

/** Where the table of inlined calls stands, counted from the module's base; null: nothing was inlined. */
export function inlineTree(lines: LineTable, of: GoFunction): number | null {
  const tables = u32At(lines.functions, of.at + 28) ?? 0;
  const lists = lines.functions[of.at + lines.functionBytes - 1] ?? 0;
  if (lists <= inlineTreeList) return null;
  const offset = u32At(lines.functions, of.at + lines.functionBytes + (tables + inlineTreeList) * 4);
  return offset === null || offset === 0xffffffff ? null : offset;
}

// internal/abi/symtab.go: PCDATA_InlTreeIndex, FUNCDATA_InlTree; the same from 1.18 to 1.27.
const inlineTreeIndex = 2;
const inlineTreeList = 3;

/** A table at 0 is no table. */
function tableValue(lines: LineTable, pointerAt: number, offset: number): number | null {
  const start = u32At(lines.functions, pointerAt);
  return start === null || start === 0 ? null : pcValue(lines.values, start, offset);
}
