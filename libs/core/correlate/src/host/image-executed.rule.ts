import { fileEntity, processEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';
import { longNames } from './long-names.js';

// (image:File)-[:EXECUTED_AS]->(:Process)
export const imageExecuted: LinkingRule = {
  id: 'host.image-executed',
  draws: '(:File)-[:EXECUTED_AS]->(:Process)',
  link(index, emit) {
    const longName = index.memo(longNames);
    for (const event of index.of('process.start')) {
      if (event.process.image === null) continue;
      emit({
        from: fileEntity(event.host, event.process.image, (path) => longName(event.host, path)),
        to: processEntity(event.host, event.process),
        atUs: event.atUs,
        seq: null,
        kind: 'executed-as',
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      });
    }
  },
};
