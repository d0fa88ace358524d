import type { RawRecord } from '@faultline/model';
import { eventBase } from '../fields/event-base.js';

/** What every record of a write-ahead log has: its place in the log and the transaction it belongs to. */
export function walBase(record: RawRecord, atUs: number, xid: string | null, lsn: string | null) {
  return { ...eventBase(record, 'postgresql.wal', atUs), xid, lsn };
}
export type WalBase = ReturnType<typeof walBase>;
