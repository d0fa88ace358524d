import type { Event, EventOf, JsonObject } from '@faultline/model';
import { badShape, noTime } from '../fields/failures.js';
import { booleanOf, textOf } from '../json/fields.js';
import type { NormaliseFailure, SourceNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { readColumns } from './column.js';
import { messageEvent } from './context-message.js';
import { walBase, type WalBase } from './wal-base.js';

type Action = EventOf<'wal.change'>['action'];

const changes: ReadonlyMap<string, Action> = new Map([
  ['I', 'insert'],
  ['U', 'update'],
  ['D', 'delete'],
  ['T', 'truncate'],
]);
const boundaries: ReadonlyMap<string, EventOf<'wal.boundary'>['action']> = new Map([
  ['B', 'begin'],
  ['C', 'commit'],
]);

/** wal2json, format version 2: one record per row change, message, and begin or commit of a transaction. */
export const wal2jsonV2: SourceNormaliser = {
  name: 'wal2json-v2',
  kind: 'wal',
  mappedFields: [
    'action',
    'xid',
    'timestamp',
    'lsn',
    'schema',
    'table',
    'columns',
    'identity',
    'transactional',
    'prefix',
    'content',
  ],
  recognises(document) {
    const action = document['action'];
    if (typeof action !== 'string') return false;
    if (changes.has(action)) return 'table' in document;
    return boundaries.has(action) || (action === 'M' && 'prefix' in document);
  },
  normalise(document, record) {
    const atUs = timeToUs(document['timestamp']);
    if (atUs === null) return timeless(document);
    const result = read(document, walBase(record, atUs, textOf(document['xid']), textOf(document['lsn'])));
    return 'code' in result ? result : [result];
  },
};

function timeless(document: JsonObject): NormaliseFailure {
  return document['action'] === 'M' && document['transactional'] === false
    ? noTime('A non-transactional message', 'PostgreSQL gives it none, so emit it as transactional')
    : noTime('A wal2json record', 'set the plugin option `include-timestamp`');
}

function read(document: JsonObject, base: WalBase): Event | NormaliseFailure {
  const action = textOf(document['action']) ?? '';
  const boundary = boundaries.get(action);
  if (boundary !== undefined) return { ...base, kind: 'wal.boundary', action: boundary };
  const change = changes.get(action);
  if (change !== undefined) return readChange(document, change, base);
  return messageEvent(
    {
      prefix: textOf(document['prefix']),
      transactional: booleanOf(document['transactional']) ?? true,
      content: textOf(document['content']),
    },
    base,
  );
}

function readChange(document: JsonObject, action: Action, base: WalBase): Event | NormaliseFailure {
  const table = textOf(document['table']);
  if (table === null) return badShape('A row change without a table', '`table` must name it');
  return {
    ...base,
    kind: 'wal.change',
    action,
    schema: textOf(document['schema']) ?? 'public',
    table,
    columns: readColumns(document['columns']),
    identity: readColumns(document['identity']),
  };
}
