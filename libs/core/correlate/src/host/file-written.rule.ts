import { fileEntity, processEntity, longNames } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Process)-[:WROTE]->(:File)
export const fileWritten: LinkingRule = {
  id: 'host.file-written',
  draws: '(:Process)-[:WROTE]->(:File)',
  link(index, emit) {
    const longName = index.memo(longNames);
    for (const event of index.of('file.write')) {
      emit({
        from: processEntity(event.host, event.process),
        to: fileEntity(event.host, event.path, (path) => longName(event.host, path)),
        atUs: event.atUs,
        seq: null,
        kind: 'wrote',
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      });
    }
  },
};
