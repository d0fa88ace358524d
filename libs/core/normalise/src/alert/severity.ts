import type { JsonValue } from '@faultline/model';
import { numberOf } from '../json/fields.js';

// The middle of each band of Elastic's and of CEF's words.
const words: Readonly<Record<string, number>> = {
  informational: 5,
  info: 5,
  low: 21,
  medium: 47,
  moderate: 47,
  high: 73,
  'very-high': 99,
  critical: 99,
};

/** Severity on 0..100. `scale` is the largest number the source writes; beyond it, or no number and no known word, is null. */
export function severityOf(value: JsonValue | undefined, scale: number): number | null {
  const number = numberOf(value);
  if (number !== null) return number >= 0 && number <= scale ? (number * 100) / scale : null;
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}
