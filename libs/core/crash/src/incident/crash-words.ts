import type { Crash } from '@faultline/model';
import { isRace } from './racing-sites.js';

/** Candidates that one sentence names. */
const namedMax = 3;

const died: Readonly<Record<Crash['kind'], string>> = {
  map_write_write: 'two goroutines wrote to one map',
  map_read_write: 'one goroutine read a map while another wrote to it',
  map_iterate_write: 'one goroutine looped over a map while another wrote to it',
  map_clone_write: 'one goroutine cloned a map while another wrote to it',
  map_unknown: 'goroutines used one map without order; which use it was is lost',
  race_report: 'the race detector saw two goroutines use one map without order',
  race_report_and_fatal: 'the race detector saw two goroutines use one map, and the program died of it',
  race_report_not_map: 'the race detector saw two goroutines use one value without order',
  sigsegv: 'a fault in memory',
  panic: 'a panic that nothing recovered',
  deadlock: 'all goroutines waited for one another',
  other: 'an error of the runtime',
};

/** What happened and how sure that is, as a clause for people: `two goroutines wrote to one map in main.(*Store).Set (certain); …`. */
export function crashWords(crash: Crash): string {
  const { crashing, confirmed, kind, unconfirmedReason } = crash;
  const where = crashing === null ? 'where is not known' : `in ${spot(crashing)} (certain)`;
  const what = `${died[kind]}, ${confirmed ? where : where.replace(' (certain)', '')}`;
  if (!confirmed)
    return `a text claims, and nothing proves: ${what} (${unconfirmedReason ?? 'nothing in it is only the runtime’s'})`;
  return isRace(kind) ? `${what}; ${peerWords(crash)}` : what;
}

/** Who the other party is, and what would have told. */
export function peerWords({ peer, cannotTell }: Crash): string {
  const names = peer.candidates.slice(0, namedMax).map(spot).join(', ');
  const told = cannotTell[0]?.wouldTell;
  const remedy = told === undefined ? '' : `; what would have told: ${told}`;
  switch (peer.certainty) {
    case 'certain':
      return `the other party is ${names} (certain)`;
    case 'likely':
      return `the other party is likely ${names}${remedy}`;
    case 'hypothesis':
      return `the other party may be ${names} (a hypothesis)${remedy}`;
    case 'cannot-be-told':
      return `the other party cannot be told from this dump${remedy}`;
  }
}

interface Spot {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
}

function spot({ function: name, file, line }: Spot): string {
  const known = printable(
    name === '' ? 'a function whose name is lost' : name.slice(name.lastIndexOf('/') + 1),
  );
  if (file === null) return known;
  const base = file.replaceAll('\\', '/');
  return `${known} at ${printable(base.slice(base.lastIndexOf('/') + 1))}${line === null ? '' : `:${line}`}`;
}

/** A dump is text that an attacker may have written. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?').slice(0, 200);
}
