/** Real functions have less than a tenth of that; a hostile table would go on for ever. */
const stepsMax = 100_000;
const ended = -1;

/**
 * The value for a program counter in one of the compressed tables of the line table (`Go 1.2 Runtime Symbol Table`, runtime/symtab.go: `step`).
 * Null where the table does not reach so far. `offset` counts from the start of the function.
 */
export function pcValue(table: Buffer, start: number, offset: number): number | null {
  const varints = new Varints(table, start);
  let value = -1;
  let end = 0;
  for (let step = 0; step < stepsMax; step += 1) {
    const change = varints.next();
    if (change === ended || (change === 0 && step > 0)) return null;
    const length = varints.next();
    if (length === ended) return null;
    value += zigzag(change);
    end += length;
    if (offset < end) return value;
  }
  return null;
}

function zigzag(value: number): number {
  return (value & 1) === 0 ? value >>> 1 : -((value >>> 1) + 1);
}

/** Numbers of 32 bits, seven to a byte. One object for a whole table: a lookup takes thousands of them. */
class Varints {
  constructor(
    private readonly table: Buffer,
    private at: number,
  ) {}

  /** `ended` behind the table, and for a number of more than five bytes. */
  next(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.table[this.at];
      if (byte === undefined) return ended;
      this.at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    return ended;
  }
}
