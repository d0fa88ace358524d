import { isFunctionName } from './function-row.js';
import { digitsEnd } from './goroutine-header.js';

export interface CreatedRow {
  readonly function: string;
  readonly goroutine: number | null;
}

const lead = 'created by ';
const inGoroutine = ' in goroutine ';

/** `created by main.start` (to Go 1.20) and `created by main.start in goroutine 1` (from 1.21). */
export function parseCreatedRow(text: string): CreatedRow | null {
  if (!text.startsWith(lead)) return null;
  const parent = text.indexOf(inGoroutine, lead.length);
  const nameEnd = parent < 0 ? text.length : parent;
  if (nameEnd === lead.length || !isFunctionName(text, lead.length, nameEnd)) return null;
  const name = text.slice(lead.length, nameEnd);
  if (parent < 0) return { function: name, goroutine: null };
  const from = parent + inGoroutine.length;
  const to = digitsEnd(text, from);
  return to === from ? null : { function: name, goroutine: Number(text.slice(from, to)) };
}
