import type { Crash } from '@faultline/model';
import { patchHint, type SourceFacts } from './patch-hint.js';

/** So many rows of one sort say what there is to say in a terminal; the JSON has all of them. */
const rowsMax = 5;

/** A crash for people: what died and where, who the other party is and how sure that is, what cannot be told, and what to do. Lines without colours. */
export function describeCrash(crash: Crash, facts: SourceFacts = {}): string {
  return [
    ...head(crash),
    ...peers(crash),
    ...section(
      'What this dump cannot tell',
      crash.cannotTell.map(({ what, wouldTell }) => `${what} (would tell: ${wouldTell})`),
    ),
    ...section('Missing from the text', crash.losses),
    ...section('Notes', crash.notes),
    ...advice(crash, facts),
    `Signature  ${crash.signature}`,
  ].join('\n');
}

const died: Readonly<Record<Crash['kind'], string>> = {
  map_write_write: 'A Go program died: two goroutines wrote to one map',
  map_read_write: 'A Go program died: one goroutine read a map while another wrote to it',
  map_iterate_write: 'A Go program died: one goroutine looped over a map while another wrote to it',
  map_clone_write: 'A Go program died: one goroutine cloned a map while another wrote to it',
  map_unknown: 'A Go program died of the check for concurrent use of a map; which use it was is lost',
  race_report: 'The race detector saw two goroutines use one map without order',
  race_report_and_fatal: 'The race detector saw two goroutines use one map, and the program died of it',
  race_report_not_map: 'The race detector saw two goroutines use one value, which is no map',
  sigsegv: 'A Go program died of a fault in memory',
  panic: 'A Go program died of a panic',
  deadlock: 'A Go program ended because all its goroutines waited',
  other: 'A Go program died of an error of the runtime',
};

function head(crash: Crash): readonly string[] {
  const { message, crashing, goVersion, runtime } = crash;
  const maps = runtime === 'unknown' ? '' : `, ${runtime} maps`;
  return [
    died[crash.kind],
    ...(crash.confirmed ? [] : [`NOT CONFIRMED: ${crash.unconfirmedReason ?? 'nothing proves it'}`]),
    ...(message === null ? [] : [`Message    ${printable(message)}`]),
    ...(goVersion === undefined ? [] : [`Go         ${goVersion}${maps}`]),
    crashing === null
      ? 'Where      no place is known'
      : `Where      ${spot(crashing)}, goroutine ${crashing.goroutine}, ${doing(crashing)}`,
  ];
}

function doing({ role, op }: NonNullable<Crash['crashing']>): string {
  const what = role === 'unknown' ? 'role unknown' : `the ${role}`;
  return op === undefined ? what : `${what} (${op})`;
}

const sure: Readonly<Record<Crash['peer']['certainty'], string>> = {
  certain: 'Other party (certain)',
  likely: 'Other party (likely)',
  hypothesis: 'Other party (a hypothesis)',
  'cannot-be-told': 'Other party: cannot be told from this dump',
};

function peers({ kind, peer }: Crash): readonly string[] {
  if (!kind.startsWith('map_') && !kind.startsWith('race_')) return [];
  const rows = peer.candidates.slice(0, rowsMax).map((candidate) => {
    const who = candidate.goroutine === null ? 'by source' : `goroutine ${candidate.goroutine}`;
    return `  ${spot(candidate)}, ${who}: ${candidate.why}`;
  });
  const more = peer.candidates.length - rows.length;
  return [sure[peer.certainty], ...rows, ...(more > 0 ? [`  and ${more} more`] : [])];
}

function section(title: string, rows: readonly string[]): readonly string[] {
  return rows.length === 0 ? [] : [title, ...rows.map((row) => `  ${row}`)];
}

function advice(crash: Crash, facts: SourceFacts): readonly string[] {
  const hint = patchHint(crash, facts);
  return hint === null ? [] : section(`What to do: ${hint.summary}`, hint.steps);
}

interface Spot {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
}

function spot({ function: name, file, line }: Spot): string {
  const known = printable(name === '' ? 'unknown function' : name);
  if (file === null) return known;
  return `${known} (${printable(file)}${line === null ? '' : `:${line}`})`;
}

/** A dump is text that an attacker may have written: no control characters reach the terminal. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?').slice(0, 300);
}
