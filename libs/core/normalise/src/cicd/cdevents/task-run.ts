import type { Event, EventOf, RawRecord } from '@faultline/model';
import { textAt, textOf } from '../../json/fields.js';
import { cdeventBase, otherCdevent, type CdeventReader, type TimedCdevent } from './cdevent-reader.js';
import { readArtifactNamed } from './artifact.js';
import { repositoryOfRun, runUrlOf } from './run-url.js';

type Job = EventOf<'cicd.job'>;

const phases: ReadonlyMap<string, Job['phase']> = new Map([
  ['queued', 'queued'],
  ['started', 'started'],
  ['finished', 'finished'],
]);

export const readTaskRun: CdeventReader = (event, record) => {
  const phase = phases.get(event.predicate);
  return [phase === undefined ? otherCdevent(event, record) : jobOf(event, record, phase)];
};

/** A build is a job that makes an artefact; when it ends it names what it made. */
export const readBuild: CdeventReader = (event, record) => {
  const phase = phases.get(event.predicate);
  if (phase === undefined) return [otherCdevent(event, record)];
  const artifactId = textOf(event.content['artifactId']);
  const job = jobOf(event, record, phase);
  return artifactId === null ? [job] : [job, readArtifactNamed(artifactId, 'packaged', event, record)];
};

function jobOf(event: TimedCdevent, record: RawRecord, phase: Job['phase']): Event {
  const { content, atUs } = event;
  const url = textOf(content['uri']) ?? textOf(content['url']);
  return {
    ...cdeventBase(event, record),
    kind: 'cicd.job',
    system: 'cdevents',
    repository: repositoryOfRun(url ?? runUrlOf(event), null),
    runId: textAt(content, 'pipelineRun.id'),
    attempt: 1,
    jobId: event.subjectId,
    jobName: textOf(content['taskName']),
    pipeline: textOf(content['pipelineName']),
    branch: null,
    commit: textAt(content, 'change.id'),
    runner: null,
    labels: [],
    phase,
    outcome: textOf(content['outcome']),
    startedAtUs: phase === 'started' ? atUs : null,
    finishedAtUs: phase === 'finished' ? atUs : null,
    steps: [],
    url,
    chainId: event.chainId,
  };
}
