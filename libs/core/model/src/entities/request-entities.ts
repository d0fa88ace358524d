import type { EventOf } from '../event.js';
import type { NamedEntity } from '../link-draft.js';

interface RequestLike {
  readonly id: string;
  readonly traceId: string | null;
  readonly service: string;
  readonly method: string | null;
  readonly path: string | null;
  readonly status: number | null;
}

/** A request is its trace within a service; without a trace, its own record. */
export function requestEntity(request: RequestLike): NamedEntity {
  const key = `${request.service}/${request.traceId ?? request.id}`;
  const label = `${request.method ?? 'request'} ${request.path ?? ''} → ${request.status ?? '?'}`;
  return { kind: 'request', key, label };
}

export function transactionEntity(xid: string, commitLsn: string | null): NamedEntity {
  // xid wraps around; the LSN of the commit does not (PostgreSQL manual, 25.1.5).
  return {
    kind: 'database-transaction',
    key: commitLsn === null ? xid : `${xid}@${commitLsn}`,
    label: `transaction ${xid}`,
  };
}

/** The row that a change is about: by its replica identity where the record has one, else by a column `id`, else by the record itself. */
export function rowEntity(change: EventOf<'wal.change'>): NamedEntity {
  const named =
    change.identity.length > 0 ? change.identity : change.columns.filter((column) => column.name === 'id');
  const identity =
    named.length === 0
      ? change.id
      : named.map((column) => `${column.name}=${(column.value ?? 'null').slice(0, 64)}`).join(',');
  return {
    kind: 'row',
    key: `${change.schema}.${change.table}/${identity}`,
    label: `${change.table} ${identity}`,
  };
}

export function tableEntity(schema: string, table: string): NamedEntity {
  return { kind: 'table', key: `${schema}.${table}`, label: `${schema}.${table}` };
}

export function columnEntity(schema: string, table: string, column: string): NamedEntity {
  return { kind: 'column', key: `${schema}.${table}.${column}`, label: `${table}.${column}` };
}
