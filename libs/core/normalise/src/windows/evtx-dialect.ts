import { isJsonObject, type JsonObject, type JsonValue } from '@faultline/model';
import { clocksOf } from '../clock/clock-class.js';
import { numberOf, objectAt, textOf } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { channelName, eventDataFields, windowsEvent } from './windows-event.js';

/**
 * EVTX as JSON: `Event.System`, `Event.EventData`. Converters differ: EventID is a number or an object with Qualifiers, attributes sit under
 * `#attributes`, `@Name` or beside, and `Data` may be a list with names or without.
 */
export const evtxJson: SourceNormaliser = {
  name: 'windows-evtx',
  kind: 'siem',
  recognises(d) {
    const event = d['Event'];
    return isJsonObject(event) && isJsonObject(event['System']);
  },
  mappedFields: [
    'Event.System.EventID',
    'Event.System.Channel',
    'Event.System.Provider',
    'Event.System.Computer',
    'Event.System.TimeCreated',
    'Event.EventData.Data',
    ...eventDataFields.map((field) => `Event.EventData.${field}`),
  ],
  normalise(d, record) {
    const event = objectAt(d, 'Event') ?? {};
    const system = objectAt(event, 'System') ?? {};
    const eventId = numberOf(contentOf(system['EventID']));
    const host = textOf(contentOf(system['Computer']));
    if (eventId === null || host === null) {
      return {
        code: 'FL_RECORD_SHAPE',
        reason: 'An EVTX event needs Event.System.EventID and Event.System.Computer.',
      };
    }
    const data = dataOf(event['EventData']);
    const loggedAtUs =
      timeToUs(attributeOf(system['TimeCreated'], 'SystemTime')) ?? timeToUs(data['UtcTime']);
    if (loggedAtUs === null)
      return { code: 'FL_RECORD_TIME', reason: 'The EVTX event has no readable Event.System.TimeCreated.' };
    const channel = channelName(
      textOf(contentOf(system['Channel'])) ?? textOf(attributeOf(system['Provider'], 'Name')) ?? 'unknown',
    );
    return [windowsEvent({ channel, eventId, clocks: clocksOf(host), data, loggedAtUs, record })];
  },
};

/** An XML element's text, whether the converter kept it bare or beside its attributes. */
function contentOf(value: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(value) ? (value['#text'] ?? value['Value'] ?? value['text'] ?? value['_']) : value;
}

function attributeOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  if (!isJsonObject(value)) return value;
  const attributes = value['#attributes'] ?? value['$'];
  return (isJsonObject(attributes) ? attributes[name] : undefined) ?? value[`@${name}`] ?? value[name];
}

function dataOf(value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) return {};
  const list = value['Data'];
  if (!Array.isArray(list)) return value;
  const named: [string, JsonValue][] = [];
  for (const item of list as readonly JsonValue[]) {
    const name = attributeOf(item, 'Name');
    if (isJsonObject(item) && typeof name === 'string') named.push([name, contentOf(item) ?? null]);
  }
  return Object.fromEntries(named);
}
