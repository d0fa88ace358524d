import { eventSchema, type Event, type JsonObject, type RawRecord } from '@faultline/model';
import { eventBase } from '../fields/event-base.js';
import { badShape, noTime } from '../fields/failures.js';
import { textOf } from '../json/fields.js';
import { parseRecord } from '../json/parse-record.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { firstIssue } from './first-issue.js';

const schema = 'faultline.event/1';
/** 2200-01-01T00:00:00Z */
const timeEndUs = 7_258_118_400_000_000;
/** A field of any kind of event; of those that its own kind does not have, a record should have none. */
const eventFields = [
  'tableSchema',
  ...new Set(eventSchema.options.flatMap(({ shape }) => Object.keys(shape))),
  'schema',
];
/** What a program that writes events by hand may leave out. */
const defaults: JsonObject = { observedAtUs: null, clock: null, dataset: 'faultline.event' };

/** Faultline's own events: what it writes with `toFaultlineEvent`, or what another program made of a source that it does not know. */
export const faultlineEvent: SourceNormaliser = {
  name: 'faultline-event',
  kind: 'event',
  mappedFields: eventFields,
  recognises(document) {
    return document['schema'] === schema;
  },
  normalise(document, record) {
    const atUs = document['atUs'];
    if (typeof atUs !== 'number' || !Number.isSafeInteger(atUs) || atUs < 0 || atUs >= timeEndUs) {
      return noTime('A Faultline event', '`atUs` must be whole microseconds');
    }
    const parsed = eventSchema.safeParse(eventIn(document, atUs, record));
    return parsed.success
      ? [parsed.data]
      : badShape('A Faultline event has a wrong field', firstIssue(parsed.error));
  },
};

/** The place is where the record is now; an id of its own stays, so that events read back are the same events. */
function eventIn(document: JsonObject, atUs: number, record: RawRecord): unknown {
  const { id, record: place } = eventBase(record, schema, atUs);
  const event = { ...defaults, ...document, id: textOf(document['id']) ?? id, record: place };
  return document['kind'] === 'wal.change' ? { ...event, schema: document['tableSchema'] } : event;
}

/**
 * An event as a document of `faultline.event/1`, for one line of JSON. The name `schema` is taken by the format's own, so a row change writes the
 * schema of its table as `tableSchema`.
 */
export function toFaultlineEvent(event: Event): JsonObject {
  if (event.kind === 'crash') {
    // Its optional fields make it no JSON value to the compiler; written and read again it is one.
    const read = parseRecord(JSON.stringify(event.crash));
    return { ...event, crash: 'value' in read ? read.value : null, schema };
  }
  if (event.kind !== 'wal.change') return { ...event, schema };
  const { schema: tableSchema, ...rest } = event;
  return { ...rest, tableSchema, schema };
}
