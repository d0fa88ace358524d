import { timestampEnd } from './timestamp.js';
import type { Unwrapped } from './unwrapped.js';

/** `2026-11-26T01:00:00.123456789Z stderr F text`, the log of a Kubernetes node. `P`: the line goes on. Source: the CRI logging format. */
export function unwrapCri(line: string): Unwrapped | null {
  const end = timestampEnd(line, 0);
  if (end < 0 || line.charCodeAt(end) !== 32) return null;
  if (!line.startsWith('std', end + 1)) return null;
  const stream = line.slice(end + 1, end + 7);
  if (stream !== 'stdout' && stream !== 'stderr') return null;
  const tag = line.slice(end + 7, end + 10);
  if (tag === ' F ' || tag === ' P ')
    return { text: line.slice(end + 10), source: stream, partial: tag === ' P ' ? 'yes' : 'no' };
  // An empty line, whose last blank was trimmed.
  return tag === ' F' ? { text: '', source: stream, partial: 'no' } : null;
}
