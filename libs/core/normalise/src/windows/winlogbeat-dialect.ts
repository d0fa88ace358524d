import { isJsonObject } from '@faultline/model';
import { clocksOf } from '../clock/clock-class.js';
import { numberOf, objectAt, textAt, textOf } from '../json/fields.js';
import type { SourceNormaliser } from '../source-normaliser.js';
import { timeToUs } from '../time/parse-time.js';
import { channelName, eventDataFields, windowsEvent } from './windows-event.js';

/** Winlogbeat and the Elastic agent's Windows integration: `winlog.event_id`, `winlog.event_data.*`. `@timestamp` is TimeCreated. */
export const winlogbeat: SourceNormaliser = {
  name: 'windows-winlogbeat',
  kind: 'siem',
  recognises(d) {
    const winlog = d['winlog'];
    return isJsonObject(winlog) && winlog['event_id'] !== undefined;
  },
  mappedFields: [
    '@timestamp',
    'event.created',
    'host.name',
    'winlog.event_id',
    'winlog.channel',
    'winlog.provider_name',
    'winlog.computer_name',
    ...eventDataFields.map((field) => `winlog.event_data.${field}`),
  ],
  normalise(d, record) {
    const winlog = objectAt(d, 'winlog') ?? {};
    const eventId = numberOf(winlog['event_id']);
    const host = textOf(winlog['computer_name']) ?? textAt(d, 'host.name') ?? textAt(d, 'host.hostname');
    if (eventId === null || host === null) {
      return {
        code: 'FL_RECORD_SHAPE',
        reason: 'A Winlogbeat event needs winlog.event_id and winlog.computer_name or host.name.',
      };
    }
    const loggedAtUs = timeToUs(d['@timestamp']) ?? timeToUs(textAt(d, 'event.created') ?? undefined);
    if (loggedAtUs === null)
      return { code: 'FL_RECORD_TIME', reason: 'The Winlogbeat event has no readable @timestamp.' };
    const channel = channelName(textOf(winlog['channel']) ?? textOf(winlog['provider_name']) ?? 'unknown');
    return [
      windowsEvent({
        channel,
        eventId,
        clocks: clocksOf(host),
        data: objectAt(winlog, 'event_data') ?? {},
        loggedAtUs,
        record,
      }),
    ];
  },
};
