import type { CorpusDump } from './corpus-dump.js';

/** What a row of a dump tells, where losing it changes what can still be known. */
export type Part = 'message' | 'header' | 'function' | 'file' | 'proof' | 'other';

export interface Row {
  readonly text: string;
  readonly part: Part;
}

/** Where a crash happened, as the last part of the file's path. */
export interface Site {
  readonly function: string;
  readonly file: string;
  readonly line: number;
}

/** A dump of the corpus on its way through mutations. */
export interface Subject {
  readonly dump: CorpusDump;
  readonly rows: readonly Row[];
  /** Names change when a mutation moves the program to another package. */
  readonly crashing: Site | null;
}

const messageRow = /^(?:panic: |\t?fatal error: |WARNING: DATA RACE)/;
const proofRow = /^(?:internal\/runtime\/maps\.fatal|runtime\.throw)\(/;
/** In a race report these rows tell that the race is one on a map. */
const mapRow = /^ {2}(?:runtime|reflect|internal\/runtime\/maps)\.\S*[mM]ap/;
const fileRow = /^\s+\S.*:\d+(?: |$)/;

/** The first row of the goroutine on top, or of the first access of a race report. */
function headerAt(texts: readonly string[], dump: CorpusDump): number {
  if (/^race_report(?!_and)/.test(dump.kind))
    return texts.findIndex((text) => /^(?:Read|Write) at 0x/.test(text));
  return texts.findIndex((text) => text.startsWith(`goroutine ${dump.goroutine} `));
}

function siteAt(texts: readonly string[], header: number, { crashing }: CorpusDump): number {
  if (crashing === null || header < 0) return -1;
  const place = `/${crashing.file}:${crashing.line}`;
  return texts.findIndex((text, at) => at > header + 1 && `${text} `.includes(`${place} `));
}

/** Marks the rows that matter, by the truth of the dump. Its output is clean: what is marked here is certain. */
export function subjectOf(dump: CorpusDump): Subject {
  const texts = dump.text.replace(/\n$/, '').split('\n');
  const header = headerAt(texts, dump);
  const site = siteAt(texts, header, dump);
  const part = (text: string, at: number): Part => {
    if (at === header) return 'header';
    if (at === site) return 'file';
    if (at === site - 1) return 'function';
    if (messageRow.test(text)) return 'message';
    const proof = dump.kind.startsWith('race_')
      ? mapRow.test(text)
      : at > header && at < site && proofRow.test(text);
    return proof ? 'proof' : 'other';
  };
  return { dump, crashing: dump.crashing, rows: texts.map((text, at) => ({ text, part: part(text, at) })) };
}

/** A row of a source file below a function row. */
export const isFileRow = ({ text }: Row): boolean => fileRow.test(text);

/** A row that names a function: neither blank nor a file row, a header or a message. */
export function isFunctionRow(row: Row): boolean {
  return (
    /^(?:created by | {2})?[\w./%~-]+\.[^ ]*/.test(row.text) &&
    row.part !== 'message' &&
    /[).]|created by /.test(row.text)
  );
}
