/** A JSON number literal as a number where a double holds it exactly or nearly so (at most 15 significant digits), else as its text. */
export function exactNumber(literal: string): number | string {
  const value = Number(literal);
  if (!Number.isFinite(value)) return literal;
  const digits = significantDigits(literal);
  if (digits > 0 && value === 0) return literal;
  if (digits <= 15 || String(value) === literal) return value;
  return literal;
}

/** Digits of the mantissa without leading and trailing zeros; 0 for zero. */
function significantDigits(literal: string): number {
  let first = -1;
  let last = -1;
  let index = 0;
  for (let i = 0; i < literal.length; i++) {
    const c = literal.charCodeAt(i);
    if (c === 101 || c === 69) break;
    if (c < 48 || c > 57) continue;
    if (c !== 48) {
      if (first < 0) first = index;
      last = index;
    }
    index++;
  }
  return first < 0 ? 0 : last - first + 1;
}
