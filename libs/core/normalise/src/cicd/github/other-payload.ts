import { eventBase } from '../../fields/event-base.js';
import { noTime } from '../../fields/failures.js';
import { firstTimeUs } from '../../fields/first-time.js';
import { objectOf } from '../../fields/objects.js';
import { at } from '../../json/fields.js';
import type { PayloadReader } from './payload.js';

/** Events that no rule reads yet. Their time is that of the object they are about, else of the repository's last change. */
export const otherPayloadReader: PayloadReader = {
  fields: [],
  read({ event, body, deliveredAtUs }, record) {
    const subject = objectOf(body[event]);
    const atUs =
      deliveredAtUs ??
      firstTimeUs(
        subject['completed_at'],
        subject['updated_at'],
        subject['published_at'],
        subject['created_at'],
        subject['started_at'],
        at(body, 'repository.pushed_at'),
        at(body, 'repository.updated_at'),
      );
    if (atUs === null) return noTime(`A GitHub ${event}`, 'keep the time of the delivery as `delivered_at`');
    const action = `github.${event}`;
    return {
      ...eventBase(record, `github.${event}`, atUs, deliveredAtUs),
      kind: 'other',
      action,
      host: null,
      service: null,
    };
  },
};
