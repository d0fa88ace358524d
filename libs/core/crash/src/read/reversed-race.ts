import type { Row } from './row.js';
import type { HeldRow, StreamState } from './stream-state.js';

/** Two stacks and two creators of a hundred frames each, with their file rows. */
const rowsMax = 1024;
const kinds = new Set<Row['kind']>(['function', 'file', 'blank', 'race-access', 'race-created', 'race-lost']);

/**
 * Behind the rule that opens a report comes its warning. A file row there says that the log runs backward: rows are then held up to the warning,
 * which is the report's first line, and given back in order. Null: no report that runs backward.
 */
export function holdReversed(
  stream: StreamState,
  row: Row,
  line: number,
): readonly HeldRow[] | 'held' | null {
  const rows = stream.raceRows;
  if (rows === null) return null;
  if (row.kind === 'race-start' && rows.length > 0) {
    stream.raceRows = null;
    return [{ row, line }, ...rows.reverse()];
  }
  const begins = row.kind === 'file' || row.kind === 'blank' || row.kind === 'race-lost';
  if (rows.length >= rowsMax || !(rows.length === 0 ? begins : kinds.has(row.kind))) {
    stream.raceRows = null;
    return null;
  }
  if (rows.length > 0 || row.kind !== 'blank') rows.push({ row, line });
  return 'held';
}
