import type { Row } from './row.js';

const lead = 'panic: ';
const suffixes = [' [recovered, repanicked]', ' [recovered]'];

/** `panic: runtime error: index out of range [5] with length 3 [recovered]`, with what was appended taken off. */
export function parsePanicRow(text: string, from: number): Row | null {
  if (!text.startsWith(lead, from)) return null;
  let message = text.slice(from + lead.length);
  for (const suffix of suffixes) if (message.endsWith(suffix)) message = message.slice(0, -suffix.length);
  return { kind: 'panic', message, column: from };
}
