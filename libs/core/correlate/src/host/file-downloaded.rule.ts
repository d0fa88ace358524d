import { processEntity, urlEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Url)-[:FETCHED_BY]->(:Process)     the process then wrote the file: host.file-written
// The mark of the web is written by the downloading program, so an attacker on the host can forge it: `claimed`.
export const fileDownloaded: LinkingRule = {
  id: 'host.file-downloaded',
  draws: '(:Url)-[:FETCHED_BY]->(:Process)',
  link(index, emit) {
    for (const event of index.of('file.write')) {
      const url = event.zone?.hostUrl;
      if (url === null || url === undefined) continue;
      emit({
        from: urlEntity(url),
        to: processEntity(event.host, event.process),
        // Before the write that it explains, which has the same time.
        atUs: event.atUs - 1,
        seq: null,
        kind: 'fetched-by',
        rule: this.id,
        basis: 'claimed',
        events: [event.id],
        bytes: null,
      });
    }
  },
};
