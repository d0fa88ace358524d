import { timestampEnd } from './timestamp.js';
import type { Unwrapped } from './unwrapped.js';

const separators = [' | ', ' - ', ': ', ' ', '\t', '|'];

/** A date and time before the line. Exactly one separator goes with it, because the row of a file starts with a tab of its own. */
export function unwrapTimedLine(line: string): Unwrapped | null {
  const end = timestampEnd(line, 0);
  if (end < 0) return null;
  if (end === line.length) return { text: '', source: '', partial: 'no' };
  for (const separator of separators)
    if (line.startsWith(separator, end))
      return { text: line.slice(end + separator.length), source: '', partial: 'no' };
  return null;
}
