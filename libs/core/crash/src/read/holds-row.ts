import type { CsvRow } from '../unwrap/csv-row.js';
import { hasEscapedRows } from '../unwrap/escapes.js';
import { layersMax, peelLayer } from '../unwrap/peel-line.js';
import { classifyRow } from './classify-row.js';

/** A cell that is a row of a dump, as it is or in a wrapping of its own. */
export function holdsRow(cell: string): boolean {
  let text = cell;
  for (let layer = 0; layer < layersMax; layer++) {
    const end = text.indexOf('\n');
    const row = classifyRow(end < 0 ? text : text.slice(0, end));
    if (row !== null) return row.kind !== 'blank';
    const inner = peelLayer(text);
    if (inner === null) return hasEscapedRows(text);
    text = inner.text;
  }
  return false;
}

/** The cell that carries the line. A cell that goes on in the next line may begin with an empty one. */
export function textCell({ cells, open }: CsvRow): number {
  const index = cells.findIndex(holdsRow);
  return index < 0 && open && cells.length > 1 && cells.at(-1) === '' ? cells.length - 1 : index;
}

/** Some shippers take the line break off, which only looks as if the line went on: then both parts are rows, or joined they are none. */
export function isWhole(before: string, next: string): boolean {
  return holdsRow(next) && (holdsRow(before) || !holdsRow(before + next));
}
