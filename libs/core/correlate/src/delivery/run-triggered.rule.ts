import { buildEntity, commitEntity, runAttempts } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Commit)-[:TRIGGERED]->(:Build)
export const runTriggered: LinkingRule = {
  id: 'delivery.run-triggered',
  draws: '(:Commit)-[:TRIGGERED]->(:Build)',
  link(index, emit) {
    for (const run of index.memo(runAttempts)) {
      if (run.commit === null) continue;
      emit({
        from: commitEntity(run.repository, run.commit),
        to: buildEntity(run.repository, run.runId, run.attempt, run.pipeline),
        atUs: run.startedAtUs ?? run.atUs,
        seq: -5,
        kind: 'triggered',
        rule: this.id,
        basis: 'observed',
        events: [run.id],
        bytes: null,
      });
    }
  },
};
