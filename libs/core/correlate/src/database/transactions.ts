import { transactionEntity, type EventIndex, type EventOf, type NamedEntity } from '@faultline/model';

export interface Transaction {
  readonly entity: NamedEntity;
  readonly atUs: number;
  readonly contexts: readonly EventOf<'wal.context'>[];
  readonly changes: readonly EventOf<'wal.change'>[];
}

/** A transaction id comes back after four billion; two groups of records this far apart are two transactions. */
const apartUs = 3_600_000_000;
/** Two databases may use one id at the same time; their places in their logs then have nothing to do with each other. */
const apartBytes = 256 * 1024 * 1024;

interface Group {
  readonly xid: string;
  lsn: string | null;
  readonly startUs: number;
  lastUs: number;
  readonly contexts: EventOf<'wal.context'>[];
  readonly changes: EventOf<'wal.change'>[];
}

/** Records of the write-ahead log by committed transaction. Records without xid (non-transactional messages) stand alone and draw nothing. */
export function transactions(index: EventIndex): readonly Transaction[] {
  const groups = new Map<string, Group[]>();
  const events = [...index.of('wal.context'), ...index.of('wal.change'), ...index.of('wal.boundary')];
  events.sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
  for (const event of events) {
    if (event.xid === null) continue;
    let known = groups.get(event.xid);
    if (known === undefined) groups.set(event.xid, (known = []));
    let group = known.findLast((candidate) => belongs(event, candidate));
    if (group === undefined) {
      group = {
        xid: event.xid,
        lsn: event.lsn,
        startUs: event.atUs,
        lastUs: event.atUs,
        contexts: [],
        changes: [],
      };
      known.push(group);
    }
    group.lastUs = event.atUs;
    if (event.lsn !== null && (group.lsn === null || lsnBefore(event.lsn, group.lsn))) group.lsn = event.lsn;
    if (event.kind === 'wal.context') group.contexts.push(event);
    else if (event.kind === 'wal.change') group.changes.push(event);
  }
  return [...groups.values()].flat().map(({ xid, lsn, startUs, contexts, changes }) => ({
    entity: transactionEntity(xid, lsn),
    atUs: startUs,
    contexts,
    changes,
  }));
}

function belongs(event: { readonly atUs: number; readonly lsn: string | null }, group: Group): boolean {
  if (event.atUs - group.lastUs > apartUs) return false;
  return (
    event.lsn === null ||
    group.lsn === null ||
    Math.abs(lsnBytes(event.lsn) - lsnBytes(group.lsn)) <= apartBytes
  );
}

/** Place in the log as a number of bytes; a double is exact enough for distances of megabytes. */
function lsnBytes(lsn: string): number {
  const [high = '0', low = '0'] = lsn.split('/');
  return Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16);
}

/** `segment/offset`, both hexadecimal without leading zeros, so the shorter number is the smaller one. */
function lsnBefore(a: string, b: string): boolean {
  const [high = '', low = ''] = a.split('/');
  const [otherHigh = '', otherLow = ''] = b.split('/');
  return (order(high, otherHigh) || order(low, otherLow)) < 0;
}

function order(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
