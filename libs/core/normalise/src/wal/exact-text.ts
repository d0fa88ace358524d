import type { JsonValue } from '@faultline/model';

/**
 * A column's value as exact text: decimal digits for numbers, JSON for booleans and documents, null for SQL NULL. Numbers that a double
 * cannot hold are text already when they come here (`json/exact-number`).
 */
export function exactText(value: JsonValue): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimalText(value);
  return value === null ? null : JSON.stringify(value);
}

/** Digits without an exponent: `1e21` and `1000000000000000000000` are one value and must compare as one. */
function decimalText(value: number): string {
  const [mantissa = '', exponent] = String(Math.abs(value)).split('e', 2);
  const sign = value < 0 ? '-' : '';
  if (exponent === undefined) return sign + mantissa;
  const [whole = '', fraction = ''] = mantissa.split('.', 2);
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}
