import type { JsonObject } from '@faultline/model';
import { eventBase } from '../fields/event-base.js';
import { badShape, noTime } from '../fields/failures.js';
import { firstTimeUs } from '../fields/first-time.js';
import { maskedTextOf } from '../fields/secret-text.js';
import { at, textOf, textsOf } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';

/** Ticket systems name the window differently. */
const startNames = [
  'start',
  'startTime',
  'start_time',
  'started_at',
  'start_at',
  'planned_start',
  'window.start',
];
const endNames = ['end', 'endTime', 'end_time', 'ended_at', 'end_at', 'planned_end', 'window.end'];
const servicesMax = 1000;

/** Planned changes: windows in which unusual activity of a service is explained. */
export const changeTicket: SourceNormaliser = {
  name: 'change-ticket',
  kind: 'cicd',
  mappedFields: ['kind', 'id', 'services', 'service', 'summary', 'title', ...startNames, ...endNames],
  recognises(document) {
    // A Faultline event may have the same `kind`, but names its schema.
    return document['kind'] === 'change' && !('schema' in document) && 'id' in document;
  },
  normalise(document, record) {
    const startUs = firstNamed(document, startNames);
    const endUs = firstNamed(document, endNames);
    if (startUs === null || endUs === null)
      return noTime('A change ticket', '`start` and `end` must be ISO 8601 times');
    if (endUs < startUs)
      return badShape('A change ticket ends before it starts', 'swap or correct `start` and `end`');
    const changeId = textOf(document['id']);
    if (changeId === null) return badShape('A change ticket without an id', '`id` must be text or a number');
    const services = [...textsOf(document['services']), ...textsOf(document['service'])].slice(
      0,
      servicesMax,
    );
    const summary = maskedTextOf(document['summary']) ?? maskedTextOf(document['title']);
    return [
      {
        ...eventBase(record, 'change', startUs),
        kind: 'change',
        changeId,
        startUs,
        endUs,
        services,
        summary,
      },
    ];
  },
};

function firstNamed(document: JsonObject, names: readonly string[]): number | null {
  return firstTimeUs(...names.map((name) => at(document, name)));
}
