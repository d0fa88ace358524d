// @ts-check
// What a fresh dump says, by the marks of its program and by nothing of ours that reads dumps. It knows only clean output of programs in this folder.

/**
 * @typedef {{ readonly function: string, readonly file: string, readonly line: number }} Site file: the last part of its path
 * @typedef {object} Truth
 * @property {string} kind
 * @property {string} message the text behind `fatal error: ` or `panic: `, first line
 * @property {string | null} role
 * @property {number | null} goroutine
 * @property {Site | null} crashing null: the dump holds no stack
 * @property {readonly { file: string, line: number, role: string }[]} peers every line where the other party can be
 * @property {boolean} forged
 */

/** @type {readonly (readonly [string, RegExp])[]} */
const messages = [
  ['map_write_write', /concurrent map writes/],
  ['map_read_write', /concurrent map read and map write/],
  ['map_iterate_write', /concurrent map iteration and map write/],
  ['map_clone_write', /concurrent map clone and map write/],
  ['deadlock', /fatal error: all goroutines are asleep - deadlock!/],
  ['sigsegv', /fatal error: fault|unexpected fault address/],
  ['other', /^fatal error: /m],
  ['panic', /^panic: /m],
];
/** @type {Readonly<Record<string, readonly string[]>>} */
const rolesOf = {
  map_write_write: ['writer'],
  map_read_write: ['reader'],
  map_iterate_write: ['iterator'],
  map_clone_write: ['cloner'],
};

/** @param {string} text */
const fatalOf = (text) => messages.find(([, pattern]) => pattern.test(text))?.[0] ?? 'none';

/** @param {string} text @param {import('./marks.mjs').Program} program @returns {string} */
function kindOf(text, program) {
  // A forged text shows a fatal that did not happen; what did happen stands in the program's own mark.
  if (program.forged) return /^panic: /m.test(text) ? 'panic' : 'none';
  const kind = fatalOf(text);
  if (text.includes('WARNING: DATA RACE')) {
    if (kind.startsWith('map_')) return 'race_report_and_fatal';
    return program.kinds.includes('none') ? 'race_report_not_map' : 'race_report';
  }
  // Some ways to write a dump lose its message; the program says that it is one of them.
  return kind === 'none' && text.includes('\ngoroutine ') ? (program.kinds[0] ?? kind) : kind;
}

/** The function row above a file row; its arguments are the last parentheses. @param {string} row */
function functionOf(row) {
  const named = row.trim();
  const open = named.lastIndexOf('(');
  return open > 0 && named.endsWith(')') ? named.slice(0, open) : named;
}

/**
 * The first row of the text that is a marked line with one of the roles.
 *
 * @param {readonly string[]} rows @param {readonly import('./marks.mjs').Mark[]} marks @param {readonly string[] | undefined} roles
 */
function firstMarked(rows, marks, roles) {
  for (const [index, row] of rows.entries()) {
    const place = /^\s+(\S.*\.go):(\d+)(?: \+0x| fp=|$)/.exec(row);
    if (place === null) continue;
    const found = marks.find(
      (mark) =>
        place[1]?.endsWith(`/${mark.file}`) &&
        Number(place[2]) === mark.line &&
        (roles?.includes(mark.role) ?? true),
    );
    if (found) {
      const file = found.file.slice(found.file.lastIndexOf('/') + 1);
      return {
        role: found.role,
        site: { function: functionOf(rows[index - 1] ?? ''), file, line: found.line },
      };
    }
  }
  return undefined;
}

/** The rows of the goroutine on top, or of the first access of the first race report. @param {string} text @param {string} kind */
function rowsOnTop(text, kind) {
  const rows = text.split('\n');
  // With a fatal behind the reports, the goroutine that died is on top; the first access is the answer only where nothing died.
  const race = kind.startsWith('race_') && kind !== 'race_report_and_fatal';
  const start = rows.findIndex((row) =>
    race
      ? /^(Read|Write) at 0x/.test(row)
      : /^goroutine \d+ .*\[/.test(row) && !row.startsWith('goroutine 0 '),
  );
  if (start < 0) return { rows: [], goroutine: null, race, header: '' };
  const length = rows.slice(start).findIndex((row) => row === '');
  const header = rows[start] ?? '';
  const id = race ? /by goroutine (\d+)/.exec(header)?.[1] : /^goroutine (\d+)/.exec(header)?.[1];
  return {
    rows: rows.slice(start, length < 0 ? undefined : start + length),
    goroutine: id === undefined ? (race ? 1 : null) : Number(id),
    race,
    header,
  };
}

/**
 * Undefined where the death is none of those that the program is marked for: run it again, or mend the marks.
 *
 * @param {string} text as the process wrote it
 * @param {import('./marks.mjs').Program} program
 * @returns {Truth | undefined}
 */
export function truthOf(text, program) {
  const kind = kindOf(text, program);
  const top = rowsOnTop(text, kind);
  const died = kind === 'race_report_and_fatal' ? fatalOf(text) : kind;
  if (!top.race && !program.kinds.includes(died)) return undefined;
  // Either party may be the one that the race detector sees first.
  const marks = top.race ? [...program.crashing, ...program.peers] : program.crashing;
  const found = firstMarked(top.rows, marks, top.race ? undefined : rolesOf[fatalOf(text)]);
  if (found === undefined && top.rows.length > 0 && !program.forged) return undefined;
  const message = /^(?:panic|fatal error): (.*)$/m.exec(text)?.[1] ?? '';
  const raceRole = top.header.startsWith('Read') ? 'reader' : 'writer';
  return {
    kind,
    message,
    role: found === undefined ? null : top.race ? raceRole : found.role,
    goroutine: found === undefined ? null : top.goroutine,
    crashing: found?.site ?? null,
    peers: (kind.startsWith('race_') ? [...program.crashing, ...program.peers] : program.peers).map(
      ({ file, line, role }) => ({
        file: file.slice(file.lastIndexOf('/') + 1),
        line,
        role,
      }),
    ),
    forged: program.forged,
  };
}
