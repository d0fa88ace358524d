import { processEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (parent:Process)-[:STARTED]->(child:Process)
export const processStarted: LinkingRule = {
  id: 'host.process-started',
  draws: '(:Process)-[:STARTED]->(:Process)',
  link(index, emit) {
    for (const event of index.of('process.start')) {
      if (event.parent === null) continue;
      emit({
        from: processEntity(event.host, event.parent),
        to: processEntity(event.host, event.process),
        atUs: event.atUs,
        seq: null,
        kind: 'started',
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      });
    }
  },
};
