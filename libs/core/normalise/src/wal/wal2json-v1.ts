import type { Event, EventOf, JsonObject, JsonValue } from '@faultline/model';
import { numberEvents } from '../fields/event-base.js';
import { noTime } from '../fields/failures.js';
import { objectOf, objectsOf } from '../fields/objects.js';
import { booleanOf, textOf } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { zipColumns } from './column.js';
import { messageEvent } from './context-message.js';
import { walBase, type WalBase } from './wal-base.js';

/** More rows than a record of the largest size holds. */
const changesMax = 500_000;
const actions: ReadonlyMap<string, EventOf<'wal.change'>['action']> = new Map([
  ['insert', 'insert'],
  ['update', 'update'],
  ['delete', 'delete'],
  ['truncate', 'truncate'],
]);

/** wal2json, format version 1: one record per transaction. Gives the same events as version 2, begin and commit included. */
export const wal2jsonV1: SourceNormaliser = {
  name: 'wal2json-v1',
  kind: 'wal',
  mappedFields: ['xid', 'timestamp', 'nextlsn', 'change'],
  recognises(document) {
    const changes = document['change'];
    if (!Array.isArray(changes)) return false;
    // A transaction without rows is `{"change":[]}`, with nothing else to know it by.
    const first: JsonValue | undefined = (changes as readonly JsonValue[])[0];
    return first === undefined || 'kind' in objectOf(first);
  },
  normalise(document, record) {
    const atUs = timeToUs(document['timestamp']);
    if (atUs === null) return noTime('A wal2json transaction', 'set the plugin option `include-timestamp`');
    const base = walBase(record, atUs, textOf(document['xid']), textOf(document['nextlsn']));
    return numberEvents([
      { ...base, kind: 'wal.boundary', action: 'begin' },
      ...objectsOf(document['change'], changesMax).map((change) => readChange(change, base)),
      { ...base, kind: 'wal.boundary', action: 'commit' },
    ]);
  },
};

function readChange(change: JsonObject, base: WalBase): Event {
  const table = textOf(change['table']);
  const action = actions.get(textOf(change['kind']) ?? '');
  if (action === undefined || table === null) return readMessage(change, base);
  const old = objectOf(change['oldkeys']);
  return {
    ...base,
    kind: 'wal.change',
    action,
    schema: textOf(change['schema']) ?? 'public',
    table,
    columns: zipColumns(change['columnnames'], change['columntypes'], change['columnvalues']),
    identity: zipColumns(old['keynames'], old['keytypes'], old['keyvalues']),
  };
}

function readMessage(change: JsonObject, base: WalBase): Event {
  return messageEvent(
    {
      prefix: textOf(change['prefix']),
      transactional: booleanOf(change['transactional']) ?? true,
      content: textOf(change['content']),
    },
    base,
  );
}
