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
  return { kind: 'database-transaction', key: commitLsn === null ? xid : `${xid}@${commitLsn}`, label: `transaction ${xid}` };
}

export function rowEntity(schema: string, table: string, identity: string): NamedEntity {
  return { kind: 'row', key: `${schema}.${table}/${identity}`, label: `${table} ${identity}` };
}

export function tableEntity(schema: string, table: string): NamedEntity {
  return { kind: 'table', key: `${schema}.${table}`, label: `${schema}.${table}` };
}

export function columnEntity(schema: string, table: string, column: string): NamedEntity {
  return { kind: 'column', key: `${schema}.${table}.${column}`, label: `${table}.${column}` };
}
