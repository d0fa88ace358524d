// @ts-check
// wal2json prints bigint and numeric as bare JSON numbers of any length. JSON.stringify cannot, so exact numbers travel as marked strings.

const MARK = '\u{e000}';
const MARKED = new RegExp(`"${MARK}(-?[0-9]+(?:\\.[0-9]+)?)${MARK}"`, 'gu');

/** @param {string | bigint} digits */
export const exact = (digits) => `${MARK}${digits}${MARK}`;

/** @param {unknown} value */
export const exactJson = (value) => JSON.stringify(value).replace(MARKED, '$1');
