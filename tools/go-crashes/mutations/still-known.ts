import { subjectOf, type Part, type Row, type Site, type Subject } from './row.js';

/** What a reader of a mutated dump can be asked. It follows from the rows that are left, not from any reader. */
export interface Known {
  /** Any of these is right; undefined: nobody can tell. */
  readonly kinds: readonly string[] | undefined;
  /** Any of these is right. `unknown` stands among them where the message is lost. */
  readonly roles: readonly string[];
  /** `none`: no stack was written. `open`: rows are lost that an answer would need. */
  readonly crashing: { readonly site: Site; readonly fileKnown: boolean } | 'none' | 'open';
  readonly forged: 'no' | 'yes' | 'perfectly';
  readonly certain: CertainPeer;
}

/** Where the dump itself shows both parties; else nobody may say `certain`. */
export type CertainPeer =
  { readonly allowed: false } | { readonly allowed: true; readonly lines: readonly number[] };

const count = (rows: readonly Row[], part: Part): number => rows.filter((row) => row.part === part).length;

function kindsOf({ dump, rows }: Subject, has: (part: Part) => boolean): readonly string[] | undefined {
  const written = subjectOf(dump).rows;
  const [before, left] = [count(written, 'message'), count(rows, 'message')];
  // Whether a race is one on a map, only the runtime's rows in the report tell.
  const told = !dump.kind.startsWith('race_') || count(rows, 'proof') >= count(written, 'proof');
  const proof = has('proof') && has('header') && has('function');
  // Within a panic the message is as good as the frames below it: a panic's text looks the same.
  const deferred = rows.some(({ part, text }) => part === 'message' && text.startsWith('\t'));
  if (before > 0 && left >= before) return told && (!deferred || proof) ? dump.kinds : undefined;
  const headless = left === 0 && proof && dump.kind.startsWith('map_');
  return headless ? ['map_unknown', ...(dump.kinds ?? [])] : undefined;
}

/** A report names the other access too: without the rows of the first one, either may be taken for it. */
function rolesOf({ dump }: Subject, surely: boolean, has: (part: Part) => boolean): readonly string[] {
  if (dump.kind.startsWith('race_') && !(has('header') && has('function')))
    return ['reader', 'writer', 'iterator', 'cloner', 'unknown'];
  return surely ? dump.roles : [...dump.roles, 'unknown'];
}

/** Without the row that says `panic:` the text of a panic is what the runtime could have written. */
function forgedOf({ dump, rows }: Subject): Known['forged'] {
  if (!dump.forged) return 'no';
  const panics = (all: readonly Row[]): number => all.filter(({ text }) => text.startsWith('panic: ')).length;
  const lost = panics(rows) < panics(subjectOf(dump).rows);
  return dump.forgedPerfectly || lost ? 'perfectly' : 'yes';
}

function crashingOf({ dump, rows, crashing }: Subject, has: (part: Part) => boolean): Known['crashing'] {
  if (crashing === null) return dump.forged ? 'open' : 'none';
  if (!has('header') || !has('function')) return 'open';
  if (has('file')) return { site: crashing, fileKnown: true };
  // A row cut in its middle may still show a line, and a wrong one.
  const cutShort = rows.at(-1)?.part === 'other' && rows.at(-2)?.part === 'function';
  return cutShort ? 'open' : { site: crashing, fileKnown: false };
}

/** What is left to know after the rows of `subject` were changed. */
export function stillKnown(subject: Subject): Known {
  const parts = new Set(subject.rows.map(({ part }) => part));
  const has = (part: Part): boolean => parts.has(part);
  const { dump } = subject;
  const kinds = kindsOf(subject, has);
  const surely = kinds !== undefined && !kinds.includes('map_unknown');
  return {
    kinds,
    roles: rolesOf(subject, surely, has),
    crashing: kinds === undefined ? 'open' : crashingOf(subject, has),
    forged: forgedOf(subject),
    certain: dump.bothParties ? { allowed: true, lines: dump.peerLines } : { allowed: false },
  };
}
