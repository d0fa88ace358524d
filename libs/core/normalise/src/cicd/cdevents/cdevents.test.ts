import type { JsonObject } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { isFailure } from '../../source-normaliser.js';
import { badlyHandledTwin } from '../../testing/hostile-twins.js';
import { failureOf, normaliseWith, onlyEvent } from '../../testing/normalise-document.js';

const source = 'https://github.com/org/sso/actions/runs/42';
const digest = `sha256:${'4'.repeat(64)}`;
const purl = `pkg:oci/orders-api@sha256%3A${'4'.repeat(64)}?repository_url=registry.example/org/orders-api`;

function cdevent(type: string, subject: JsonObject, from = source) {
  const context = {
    version: '0.4.1',
    id: 'e-1',
    chainId: 'c-1',
    source: from,
    type: `dev.cdevents.${type}.0.2.0`,
    timestamp: '2026-03-08T16:41:45.123456Z',
  };
  return {
    specversion: '1.0',
    id: 'e-1',
    source: from,
    type: context.type,
    time: '2026-03-08T16:41:45Z',
    datacontenttype: 'application/json',
    data: { context, subject: { source: from, content: {}, ...subject } },
  };
}

const finished = cdevent('pipelinerun.finished', {
  id: '42',
  content: { pipelineName: 'sso-main', uri: source, outcome: 'failure', change: { id: 'abc' } },
});
const task = cdevent('taskrun.finished', {
  id: '43',
  content: { taskName: 'build', pipelineRun: { id: '42' }, outcome: 'success' },
});
const published = cdevent('artifact.published', { id: purl, content: { change: { id: 'abc' } } });
const upgraded = cdevent(
  'service.upgraded',
  { id: 'orders-api', content: { environment: { id: 'prod' }, artifactId: purl } },
  'https://cd.example',
);

describe('cdevents', () => {
  it('reads a run', () => {
    expect(onlyEvent('cdevents', 'cicd.run', finished)).toMatchObject({
      atUs: 1772988105123456,
      system: 'cdevents',
      repository: 'org/sso',
      runId: '42',
      pipeline: 'sso-main',
      commit: 'abc',
      phase: 'finished',
      outcome: 'failure',
      startedAtUs: null,
      finishedAtUs: 1772988105123456,
      url: source,
      chainId: 'c-1',
    });
  });

  it('reads a task and the run that it is part of', () => {
    expect(onlyEvent('cdevents', 'cicd.job', task)).toMatchObject({
      runId: '42',
      jobId: '43',
      jobName: 'build',
      phase: 'finished',
      outcome: 'success',
    });
  });

  it('reads an artefact: package URL, digest, commit and run', () => {
    expect(onlyEvent('cdevents', 'cicd.artifact', published)).toMatchObject({
      phase: 'published',
      purl: `pkg:oci/orders-api@${digest}?repository_url=registry.example/org/orders-api`,
      name: 'orders-api',
      digest,
      commit: 'abc',
      runUrl: source,
      chainId: 'c-1',
    });
  });

  it('reads a roll-out; a host alone is no run', () => {
    expect(onlyEvent('cdevents', 'cicd.deployment', upgraded)).toMatchObject({
      phase: 'upgraded',
      service: 'orders-api',
      environment: 'prod',
      digest,
      runUrl: null,
    });
  });

  it('reads a build as a job and the artefact that it names', () => {
    const result = normaliseWith(
      'cdevents',
      cdevent('build.finished', { id: 'b-1', content: { artifactId: purl } }),
    );
    expect(isFailure(result) ? result : result.map(({ id, kind }) => [id, kind])).toEqual([
      ['0123456789abcdef0123456789abcdef-1', 'cicd.job'],
      ['0123456789abcdef0123456789abcdef-2', 'cicd.artifact'],
    ]);
  });

  it.each(['0.1.0', '0.3.0-draft', '9.9', ''])('reads version %s of a type as any other', (version) => {
    const document = cdevent('taskrun.started', { id: '43' });
    const type = `dev.cdevents.taskrun.started.${version}`;
    const other = {
      ...document,
      type,
      data: { ...document.data, context: { ...document.data.context, type } },
    };
    expect(onlyEvent('cdevents', 'cicd.job', other)).toMatchObject({
      phase: 'started',
      startedAtUs: 1772988105123456,
    });
  });

  it('reads a CDEvent without its envelope', () => {
    expect(onlyEvent('cdevents', 'cicd.job', task.data).jobId).toBe('43');
  });

  it('keeps what no rule reads yet', () => {
    const incident = cdevent('incident.detected', { id: 'i-1', content: { service: { id: 'orders-api' } } });
    expect(onlyEvent('cdevents', 'other', incident)).toMatchObject({
      action: 'cdevents.incident.detected',
      service: 'orders-api',
    });
  });

  it('rejects an event without subject or time', () => {
    expect(failureOf('cdevents', cdevent('taskrun.started', {})).code).toBe('FL_RECORD_SHAPE');
    const { timestamp: _, ...context } = task.data.context;
    expect(failureOf('cdevents', { ...task.data, context }).code).toBe('FL_RECORD_TIME');
  });

  it.each([finished, task, published, upgraded])('handles hostile twins', (document) => {
    expect(badlyHandledTwin(document)).toBeNull();
  });
});
