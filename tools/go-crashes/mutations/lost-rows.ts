import { onRows, type ContentMutation } from './mutation.js';
import { isFileRow, isFunctionRow, type Row } from './row.js';

const without = (name: string, lost: (row: Row) => boolean): ContentMutation =>
  onRows(name, false, (rows) => rows.filter((row) => !lost(row)));

const someWithout = (name: string, lost: (row: Row) => boolean, share: number): ContentMutation =>
  onRows(name, false, (rows, random) => rows.filter((row) => !(lost(row) && random.chance(share))));

/** Rows that shippers, filters and people lose. */
export const lostRows: readonly ContentMutation[] = [
  without('all file rows lost', isFileRow),
  someWithout('some file rows lost', isFileRow, 0.3),
  without('all function rows lost', isFunctionRow),
  someWithout('some function rows lost', isFunctionRow, 0.3),
  without('message lost', ({ part }) => part === 'message'),
  without('goroutine header lost', ({ part }) => part === 'header'),
  // Journals keep no empty lines, and neither do many shippers.
  onRows('blank rows lost', true, (rows) => rows.filter(({ text }) => text !== '')),
  onRows('only the goroutine on top', true, (rows) => {
    const header = rows.findIndex(({ part }) => part === 'header');
    const end = header < 0 ? -1 : rows.findIndex(({ text }, at) => at > header && text === '');
    return end < 0 ? rows : rows.slice(0, end);
  }),
];

/** Rows that come twice or in another order. */
export const movedRows: readonly ContentMutation[] = [
  onRows('message twice', true, (rows) =>
    rows.flatMap((row) => (row.part === 'message' && row.text.startsWith('fatal') ? [row, row] : [row])),
  ),
  onRows('goroutine header twice', true, (rows) =>
    rows.flatMap((row) => (row.part === 'header' ? [row, row] : [row])),
  ),
  onRows('reversed', true, (rows) => rows.slice().reverse()),
];
