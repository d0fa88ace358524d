import { transactionEntity, type EventIndex, type EventOf, type NamedEntity } from '@faultline/model';

export interface Transaction {
  readonly entity: NamedEntity;
  readonly atUs: number;
  readonly contexts: readonly EventOf<'wal.context'>[];
  readonly changes: readonly EventOf<'wal.change'>[];
}

/** A transaction id comes back after four billion; two groups of records this far apart are two transactions. */
const apartUs = 3_600_000_000;

/** Records of the write-ahead log by committed transaction. Records without xid (non-transactional messages) stand alone and draw nothing. */
export function transactions(index: EventIndex): readonly Transaction[] {
  const open = new Map<
    string,
    {
      xid: string;
      lsn: string | null;
      startUs: number;
      lastUs: number;
      contexts: EventOf<'wal.context'>[];
      changes: EventOf<'wal.change'>[];
    }
  >();
  const done: Transaction[] = [];
  const close = (group: NonNullable<ReturnType<typeof open.get>>) =>
    done.push({
      entity: transactionEntity(group.xid, group.lsn),
      atUs: group.startUs,
      contexts: group.contexts,
      changes: group.changes,
    });
  const events = [...index.of('wal.context'), ...index.of('wal.change'), ...index.of('wal.boundary')];
  events.sort((a, b) => a.atUs - b.atUs || (a.id < b.id ? -1 : 1));
  for (const event of events) {
    if (event.xid === null) continue;
    let group = open.get(event.xid);
    if (group !== undefined && event.atUs - group.lastUs > apartUs) {
      close(group);
      group = undefined;
    }
    if (group === undefined) {
      group = {
        xid: event.xid,
        lsn: event.lsn,
        startUs: event.atUs,
        lastUs: event.atUs,
        contexts: [],
        changes: [],
      };
      open.set(event.xid, group);
    }
    group.lastUs = event.atUs;
    if (event.lsn !== null && (group.lsn === null || lsnBefore(event.lsn, group.lsn))) group.lsn = event.lsn;
    if (event.kind === 'wal.context') group.contexts.push(event);
    else if (event.kind === 'wal.change') group.changes.push(event);
  }
  for (const group of open.values()) close(group);
  return done;
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
