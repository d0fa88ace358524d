import { buildEntity, jobEntity, jobViews, runnerEntity, stepEntity, type LinkDraft } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Build)-[:RAN]->(:BuildJob)-[:RAN]->(:BuildStep)-[:LEFT_WORKSPACE_TO]->(:BuildStep)    (:Runner)-[:EXECUTED]->(:BuildJob)
// Steps of one job share its workspace, so whatever a step leaves behind reaches every later one.
export const jobRan: LinkingRule = {
  id: 'delivery.job-ran',
  draws:
    '(:Build)-[:RAN]->(:BuildJob)-[:RAN]->(:BuildStep)-[:LEFT_WORKSPACE_TO]->(:BuildStep), (:Runner)-[:EXECUTED]->(:BuildJob)',
  link(index, emit) {
    for (const view of index.memo(jobViews)) {
      const { identity } = view;
      const job = jobEntity(identity);
      const startUs = view.startedAtUs ?? view.steps[0]?.startedAtUs ?? view.finishedAtUs;
      // A job that still waits ran nothing.
      if (startUs === null) continue;
      const common = {
        rule: this.id,
        basis: 'observed',
        events: view.events.slice(0, 4),
        bytes: null,
      } as const;
      const draw = (draft: Pick<LinkDraft, 'from' | 'to' | 'atUs' | 'seq' | 'kind'>) =>
        emit({ ...common, ...draft });
      if (identity.runId !== null) {
        const build = buildEntity(identity.repository, identity.runId, identity.attempt, view.pipeline);
        draw({ from: build, to: job, atUs: startUs, seq: -4, kind: 'ran' });
      }
      if (view.runner !== null)
        draw({ from: runnerEntity(view.runner), to: job, atUs: startUs, seq: -4, kind: 'executed' });
      let latestUs = startUs;
      view.steps.forEach((step, place) => {
        const entity = stepEntity(identity, step.number, step.name);
        latestUs = Math.max(latestUs, step.startedAtUs ?? latestUs);
        draw({ from: job, to: entity, atUs: latestUs, seq: 2 * place, kind: 'ran' });
        const before = view.steps[place - 1];
        if (before === undefined) return;
        draw({
          from: stepEntity(identity, before.number, before.name),
          to: entity,
          atUs: latestUs,
          seq: 2 * place + 1,
          kind: 'left-workspace-to',
        });
      });
    }
  },
};
