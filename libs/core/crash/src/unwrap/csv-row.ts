/** More cells than any export of a log has. */
const cellsMax = 256;

export interface CsvRow {
  readonly cells: readonly string[];
  /** The last cell goes on in the next line: its closing quote has not come. */
  readonly open: boolean;
}

/** The cells of one line of a CSV with commas or semicolons (RFC 4180); null for a line that has fewer than two cells. */
export function parseCsvRow(line: string): CsvRow | null {
  const separator = separatorOf(line);
  if (separator === null) return line.charCodeAt(0) === 34 ? quotedAlone(line) : null;
  const cells: string[] = [];
  let at = 0;
  while (cells.length < cellsMax) {
    const cell = readCell(line, at, separator);
    cells.push(cell.text);
    if (cell.open || cell.end >= line.length) return { cells, open: cell.open };
    at = cell.end + 1;
  }
  return { cells, open: false };
}

/** The first of the two that stands outside quotes decides. */
function separatorOf(line: string): string | null {
  const from = line.charCodeAt(0) === 34 ? closingQuote(line, 1) : 0;
  if (from < 0) return null;
  const comma = line.indexOf(',', from);
  const semicolon = line.indexOf(';', from);
  if (comma < 0 && semicolon < 0) return null;
  return semicolon < 0 || (comma >= 0 && comma < semicolon) ? ',' : ';';
}

function quotedAlone(line: string): CsvRow {
  const cell = readCell(line, 0, ',');
  return { cells: [cell.text], open: cell.open };
}

function readCell(
  line: string,
  from: number,
  separator: string,
): { text: string; end: number; open: boolean } {
  if (line.charCodeAt(from) !== 34) {
    const found = line.indexOf(separator, from);
    const end = found < 0 ? line.length : found;
    return { text: line.slice(from, end), end, open: false };
  }
  const close = closingQuote(line, from + 1);
  if (close < 0) return { text: undouble(line.slice(from + 1)), end: line.length, open: true };
  const found = line.indexOf(separator, close);
  return { text: undouble(line.slice(from + 1, close)), end: found < 0 ? line.length : found, open: false };
}

/** The quote that ends a cell: one that is not doubled. -1 while the cell is open. */
export function closingQuote(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    if (line.charCodeAt(at) !== 34) continue;
    if (line.charCodeAt(at + 1) !== 34) return at;
    at++;
  }
  return -1;
}

export function undouble(text: string): string {
  return text.replaceAll('""', '"');
}

/** Cells that look like the name of a service or pod tell sources apart; ids, numbers and times differ from line to line. */
export function csvSource(cells: readonly string[], textIndex: number): string {
  const names = cells.filter(
    (cell, index) =>
      index !== textIndex && cell.length <= 64 && /^[a-z]+(?:[-_.][a-z0-9]{1,20}){0,8}$/.test(cell),
  );
  return `csv(${textIndex}/${cells.length} ${names.join(' ')})`;
}
