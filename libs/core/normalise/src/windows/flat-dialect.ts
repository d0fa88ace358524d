import { isJsonObject, type JsonObject } from '@faultline/model';
import { clocksOf } from '../clock/clock-class.js';
import { numberOf, textOf } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { eventDataFromXml } from './event-data-xml.js';
import { channelName, eventDataFields, windowsEvent } from './windows-event.js';

/**
 * Flat Windows events: NXLog and the like (`EventID`, `Channel`, `Hostname`, `@timestamp`), and Log Analytics / Sentinel tables
 * (`EventID`, `Computer`, `TimeGenerated`). EventData stands beside the system fields, or in an object `EventData`.
 */
export const windowsFlat: SourceNormaliser = {
  name: 'windows-flat',
  kind: 'siem',
  recognises: (d) =>
    d['EventID'] !== undefined &&
    (d['Channel'] !== undefined || d['SourceName'] !== undefined || d['Computer'] !== undefined),
  mappedFields: [
    'EventID',
    'Channel',
    'SourceName',
    'EventLog',
    'Hostname',
    'Computer',
    'host',
    '@timestamp',
    'TimeCreated',
    'TimeGenerated',
    'EventTime',
    'EventData',
    ...eventDataFields,
  ],
  normalise(d, record) {
    const eventId = numberOf(d['EventID']);
    const host = textOf(d['Hostname']) ?? textOf(d['Computer']) ?? textOf(d['host']);
    if (eventId === null || host === null) {
      return {
        code: 'FL_RECORD_SHAPE',
        reason: 'A Windows event needs a numeric EventID and a Hostname or Computer.',
      };
    }
    const loggedAtUs =
      timeToUs(d['@timestamp']) ??
      timeToUs(d['TimeCreated']) ??
      timeToUs(d['TimeGenerated']) ??
      timeToUs(d['EventTime']) ??
      timeToUs(d['UtcTime']);
    if (loggedAtUs === null) {
      return {
        code: 'FL_RECORD_TIME',
        reason:
          'The Windows event has no time that can be read (@timestamp, TimeCreated, TimeGenerated, UtcTime).',
      };
    }
    const channel = channelName(
      textOf(d['Channel']) ?? textOf(d['EventLog']) ?? textOf(d['SourceName']) ?? 'unknown',
    );
    return [
      windowsEvent({ channel, eventId, clocks: clocksOf(host), data: eventDataOf(d), loggedAtUs, record }),
    ];
  },
};

function eventDataOf(d: JsonObject): JsonObject {
  const inner = d['EventData'];
  if (typeof inner === 'string' && inner.includes('<Data ')) return eventDataFromXml(inner);
  return isJsonObject(inner) ? inner : d;
}
