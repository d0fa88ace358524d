import { onRows, type ContentMutation } from './mutation.js';
import type { Part, Row } from './row.js';

const indexOf = (rows: readonly Row[], part: Part): number => rows.findIndex((row) => row.part === part);

/** Keeps rows up to `at`, and the beginning of that one. */
function endWithin(rows: readonly Row[], at: number, share: number): readonly Row[] {
  const row = rows[at];
  if (row === undefined) return rows;
  const length = Math.max(1, Math.floor(row.text.length * share));
  return [...rows.slice(0, at), { text: row.text.slice(0, length), part: 'other' }];
}

/** The tail is cut just before, within or just after the first row of a part. */
function tailAt(part: Part): readonly ContentMutation[] {
  const places = { before: 0, after: 1 } as const;
  return [
    ...Object.entries(places).map(([place, step]) =>
      onRows(`tail cut ${place} ${part}`, false, (rows) => {
        const at = indexOf(rows, part);
        return at < 0 ? rows : rows.slice(0, Math.max(1, at + step));
      }),
    ),
    onRows(`tail cut within ${part}`, false, (rows, random) => {
      const at = indexOf(rows, part);
      return at < 0 ? rows : endWithin(rows, at, random.between(0.1, 0.95));
    }),
  ];
}

export const tailCuts: readonly ContentMutation[] = [
  ...tailAt('header'),
  ...tailAt('function'),
  ...tailAt('file'),
  onRows('tail cut between rows', false, (rows, random) => rows.slice(0, random.int(1, rows.length))),
  onRows('tail cut within a row', false, (rows, random) =>
    endWithin(rows, random.int(0, rows.length - 1), random.unit()),
  ),
];

export const headCuts: readonly ContentMutation[] = [
  onRows('head cut before header', false, (rows) => rows.slice(Math.max(0, indexOf(rows, 'header')))),
  onRows('head cut after header', false, (rows) => rows.slice(indexOf(rows, 'header') + 1)),
  onRows('head cut between rows', false, (rows, random) => rows.slice(random.int(0, rows.length - 1))),
  onRows('head cut within the message', false, (rows, random) => {
    const at = indexOf(rows, 'message');
    const row = rows[at];
    if (row === undefined) return rows;
    const text = row.text.slice(random.int(1, row.text.length - 1));
    return [{ text, part: 'other' }, ...rows.slice(at + 1)];
  }),
];
