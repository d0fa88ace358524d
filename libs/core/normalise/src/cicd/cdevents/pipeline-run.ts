import type { EventOf } from '@faultline/model';
import { textAt, textOf } from '../../json/fields.js';
import { cdeventBase, otherCdevent, type CdeventReader } from './cdevent-reader.js';
import { repositoryOfRun, runUrlOf } from './run-url.js';

type Phase = EventOf<'cicd.run'>['phase'];

const phases: ReadonlyMap<string, Phase> = new Map([
  ['queued', 'queued'],
  ['started', 'started'],
  ['finished', 'finished'],
]);

export const readPipelineRun: CdeventReader = (event, record) => {
  const phase = phases.get(event.predicate);
  if (phase === undefined) return [otherCdevent(event, record)];
  const { content, atUs } = event;
  const url = textOf(content['uri']) ?? textOf(content['url']) ?? runUrlOf(event);
  const pipeline = textOf(content['pipelineName']);
  return [
    {
      ...cdeventBase(event, record),
      kind: 'cicd.run',
      system: 'cdevents',
      repository: repositoryOfRun(url, pipeline),
      runId: event.subjectId,
      attempt: 1,
      pipeline,
      workflowPath: null,
      branch: null,
      commit: textAt(content, 'change.id'),
      actor: null,
      phase,
      outcome: textOf(content['outcome']),
      startedAtUs: phase === 'started' ? atUs : null,
      finishedAtUs: phase === 'finished' ? atUs : null,
      url,
      chainId: event.chainId,
    },
  ];
};
