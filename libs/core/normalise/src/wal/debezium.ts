import { isJsonObject, type Event, type EventOf, type JsonObject, type JsonValue } from '@faultline/model';
import { textOfBase64 } from '../fields/base64.js';
import { badShape, noTime } from '../fields/failures.js';
import { firstTimeUs } from '../fields/first-time.js';
import { objectOf } from '../fields/objects.js';
import { textAt, textOf } from '../json/fields.js';
import type { NormaliseFailure, SourceNormaliser } from '../source-normaliser.js';
import { readColumn } from './column.js';
import { messageEvent } from './context-message.js';
import { walBase, type WalBase } from './wal-base.js';

const columnsMax = 1600;
/** What Debezium writes for a TOAST value that did not change: unknown, so the column is left out, as wal2json does. */
const unavailable = '__debezium_unavailable_value';
const actions: ReadonlyMap<string, EventOf<'wal.change'>['action']> = new Map([
  ['c', 'insert'],
  ['u', 'update'],
  ['d', 'delete'],
  ['t', 'truncate'],
]);

/** Debezium change events of PostgreSQL, with or without the schema envelope. Their column types stay in the schema and are null here. */
export const debezium: SourceNormaliser = {
  name: 'debezium',
  kind: 'wal',
  mappedFields: ['payload', 'op', 'before', 'after', 'message', 'source', 'ts_ms'],
  recognises(document) {
    const change = changeIn(document);
    return typeof change['op'] === 'string' && 'lsn' in objectOf(change['source']);
  },
  normalise(document, record) {
    const change = changeIn(document);
    const source = objectOf(change['source']);
    const atUs = firstTimeUs(source['ts_us'], source['ts_ms'], change['ts_ms']);
    if (atUs === null) return noTime('A Debezium event', '`source.ts_ms` must be the time of the commit');
    const result = read(
      change,
      source,
      walBase(record, atUs, textOf(source['txId']), lsnText(source['lsn'])),
    );
    return 'code' in result ? result : [result];
  },
};

function changeIn(document: JsonObject): JsonObject {
  return isJsonObject(document['payload']) ? document['payload'] : document;
}

function read(change: JsonObject, source: JsonObject, base: WalBase): Event | NormaliseFailure {
  const action = actions.get(textOf(change['op']) ?? '');
  // `m` is a message. `r` is a row as a snapshot found it: nobody wrote it then.
  if (action === undefined) return readMessage(change, base);
  const table = textOf(source['table']);
  if (table === null) return badShape('A row change without a table', '`source.table` must name it');
  return {
    ...base,
    kind: 'wal.change',
    action,
    schema: textOf(source['schema']) ?? 'public',
    table,
    columns: readRow(change['after']),
    identity: readRow(change['before']),
  };
}

function readMessage(change: JsonObject, base: WalBase): Event {
  const content = textAt(change, 'message.content');
  return messageEvent(
    {
      prefix: textAt(change, 'message.prefix'),
      transactional: base.xid !== null,
      content: content === null ? null : textOfBase64(content),
    },
    base,
  );
}

function readRow(row: JsonValue | undefined): EventOf<'wal.change'>['columns'] {
  return Object.entries(objectOf(row))
    .slice(0, columnsMax)
    .flatMap(([name, value]) => (value === unavailable ? [] : readColumn(name, null, value)));
}

/** Debezium writes the log position as one number; PostgreSQL and wal2json write it as two hexadecimal halves. */
function lsnText(value: JsonValue | undefined): string | null {
  const digits = textOf(value);
  if (digits === null || !/^\d{1,20}$/.test(digits)) return null;
  const lsn = BigInt(digits);
  return `${(lsn >> 32n).toString(16)}/${(lsn & 0xff_ff_ff_ffn).toString(16)}`.toUpperCase();
}
