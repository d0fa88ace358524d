import type { JsonObject } from '@faultline/model';
import { tokenFree } from './fields/token-free.js';
import { at, textAt } from './json/fields.js';
import { refOf } from './record-ref.js';
import type { SourceNormaliser } from './source-normaliser.js';
import { timeToUs } from './time/parse-time.js';

const timeFields = [
  '@timestamp',
  'timestamp',
  'time',
  'eventTime',
  'TimeCreated',
  'TimeGenerated',
  'UtcTime',
  'observedAt',
  'published',
  'created_at',
  'createdAt',
  'datetime',
  'date',
  'ts',
];
const actionFields = [
  'event.action',
  'eventName',
  'eventType',
  'action',
  'type',
  'event.dataset',
  'name',
  'message',
];
const hostFields = ['host.name', 'Hostname', 'hostname', 'host', 'Computer', 'computer'];

/** The last resort: a JSON object of no known source that says when it happened. Kept as `other`, so that nothing is dropped. */
export const timedJson: SourceNormaliser = tokenFree({
  name: 'timed-json',
  kind: 'siem',
  recognises: () => true,
  mappedFields: [...timeFields, ...actionFields, ...hostFields, 'service.name'],
  normalise(document, record) {
    const atUs = timeOf(document);
    if (atUs === null) {
      return {
        code: 'FL_RECORD_TIME',
        reason: 'The record is of no known source and has no time that can be read (@timestamp, time, …).',
      };
    }
    return [
      {
        id: record.id,
        atUs,
        observedAtUs: null,
        clock: null,
        dataset: 'json',
        record: refOf(record),
        kind: 'other',
        action: (first(document, actionFields) ?? 'unknown').slice(0, 200),
        host: first(document, hostFields),
        service: textAt(document, 'service.name'),
      },
    ];
  },
});

function timeOf(document: JsonObject): number | null {
  for (const field of timeFields) {
    const us = timeToUs(at(document, field));
    if (us !== null) return us;
  }
  return null;
}

function first(document: JsonObject, fields: readonly string[]): string | null {
  for (const field of fields) {
    const text = textAt(document, field);
    if (text !== null) return text;
  }
  return null;
}
