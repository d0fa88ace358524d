/** A program of any size has functions of less than this many steps; a hostile table would go on for ever. */
const stepsMax = 100_000;

/**
 * The value for a program counter in one of the compressed tables of the line table (`Go 1.2 Runtime Symbol Table`, runtime/symtab.go: `step`).
 * Null where the table does not reach so far. `offset` counts from the start of the function.
 */
export function pcValue(table: Buffer, start: number, offset: number): number | null {
  let at = start;
  let value = -1;
  let end = 0;
  for (let step = 0; step < stepsMax; step += 1) {
    const change = uvarint(table, at);
    if (change === null || (change.value === 0 && step > 0)) return null;
    const length = uvarint(table, change.next);
    if (length === null) return null;
    value += zigzag(change.value);
    end += length.value;
    if (offset < end) return value;
    at = length.next;
  }
  return null;
}

function zigzag(value: number): number {
  return (value & 1) === 0 ? value >>> 1 : -((value >>> 1) + 1);
}

interface Varint {
  readonly value: number;
  readonly next: number;
}

/** At most five bytes: the values have 32 bits. */
function uvarint(table: Buffer, start: number): Varint | null {
  let value = 0;
  for (let at = start; at < start + 5; at += 1) {
    const byte = table[at];
    if (byte === undefined) return null;
    value |= (byte & 0x7f) << (7 * (at - start));
    if (byte < 0x80) return { value: value >>> 0, next: at + 1 };
  }
  return null;
}
