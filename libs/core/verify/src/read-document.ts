import type { z } from 'zod';
import { quoted, tooLarge } from './verification-report.js';

/** Largest list anywhere in a document: above any real incident, small enough to check in seconds and a few GB. */
const listLengthMax = 5_000_000;
/** Lists, objects and texts that are looked at while sizes are taken; deeper or larger documents are refused unread. */
const valuesMax = 30_000_000;

export type Read<T> =
  { readonly kind: 'read'; readonly value: T } | { readonly kind: 'fault'; readonly fault: string };

/**
 * A document of unknown origin as a value of the schema. Never throws: not on nesting (sizes are taken with a list of work, not by
 * recursion), not on references that run in a circle, not on getters that fail.
 */
export function readDocument<T>(schema: z.ZodType<T>, document: unknown): Read<T> {
  try {
    const size = sizeFault(document);
    if (size !== null) return { kind: 'fault', fault: size };
    const parsed = schema.safeParse(document);
    if (parsed.success) return { kind: 'read', value: parsed.data };
    const [issue] = parsed.error.issues;
    const where =
      issue === undefined ? '' : ` at ${quoted(issue.path.map(String).join('.'))}: ${issue.message}`;
    return { kind: 'fault', fault: `not a document of this schema${where}` };
  } catch (error) {
    return {
      kind: 'fault',
      fault: `could not be read: ${error instanceof Error ? error.message : 'unknown reason'}`,
    };
  }
}

/** Parts that occur twice by reference are counted twice, so that neither a circle nor a list of one shared list escapes the limit. */
function sizeFault(document: unknown): string | null {
  const waiting: unknown[] = [document];
  let values = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value) && value.length > listLengthMax) {
      return tooLarge(`a list of ${value.length} items, more than ${listLengthMax}`);
    }
    const children: unknown[] = Array.isArray(value) ? value : Object.values(value);
    values += children.length + 1;
    if (values > valuesMax)
      return tooLarge(`more than ${valuesMax} values, or parts that contain themselves`);
    for (const child of children) if (typeof child === 'object' && child !== null) waiting.push(child);
  }
  return null;
}
