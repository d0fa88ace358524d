import { describe, expect, it } from 'vitest';
import type { CicdStep } from '@faultline/model';
import { drawn, leadsTo } from '../testing/drawn.js';
import { event, second } from '../testing/events.js';
import { jobRan } from './job-ran.rule.js';

const build = 'build org/app/runs/100/attempts/1';
const job = 'build-job org/app/runs/100/attempts/1/jobs/1';
const step = (name: string) => `build-step org/app/runs/100/attempts/1/jobs/1/steps/${name}`;
const ran = (number: number, name: string, startUs: number, given: Partial<CicdStep> = {}): CicdStep => ({
  number,
  name,
  conclusion: 'success',
  startedAtUs: startUs,
  completedAtUs: startUs,
  ...given,
});

it('draws run, runner, job and its steps, each leaving the workspace to the next', () => {
  const events = [
    event('cicd.job', {
      runner: 'runner-1',
      startedAtUs: 10,
      steps: [ran(1, 'Set up', 10), ran(2, 'Install', 20), ran(3, 'Push', 30)],
    }),
  ];
  expect(drawn(jobRan, ...events)).toEqual([
    `${build} -[ran]-> ${job} @10 observed`,
    `runner runner-1 -[executed]-> ${job} @10 observed`,
    `${job} -[ran]-> ${step('1:Set up')} @10 observed`,
    `${job} -[ran]-> ${step('2:Install')} @20 observed`,
    `${step('1:Set up')} -[left-workspace-to]-> ${step('2:Install')} @20 observed`,
    `${job} -[ran]-> ${step('3:Push')} @30 observed`,
    `${step('2:Install')} -[left-workspace-to]-> ${step('3:Push')} @30 observed`,
  ]);
});

it('orders steps of one second by their place', () => {
  const steps = [ran(1, 'a', second), ran(2, 'b', second), ran(3, 'c', second)];
  const events = [event('cicd.job', { startedAtUs: second, steps })];
  expect(leadsTo(events, build, step('3:c'))).toBe(true);
  expect(leadsTo(events, step('1:a'), step('3:c'))).toBe(true);
  expect(leadsTo(events, step('3:c'), step('1:a'))).toBe(false);
});

it('passes over a skipped step: it left nothing in the workspace', () => {
  const steps = [ran(1, 'a', 10), ran(2, 'b', 20, { conclusion: 'skipped' }), ran(3, 'c', 30)];
  const links = drawn(jobRan, event('cicd.job', { startedAtUs: 10, steps }));
  expect(links.join('\n')).not.toContain('2:b');
  expect(links).toContain(`${step('1:a')} -[left-workspace-to]-> ${step('3:c')} @30 observed`);
});

it('puts no step before its job, though clocks of runner and server differ', () => {
  const links = drawn(jobRan, event('cicd.job', { startedAtUs: 50, steps: [ran(1, 'a', 40)] }));
  expect(links).toContain(`${job} -[ran]-> ${step('1:a')} @50 observed`);
});

describe('a job known from its log alone', () => {
  const log = event('cicd.log', {
    atUs: 99,
    lines: [
      { atUs: 5, text: 'Preparing' },
      { atUs: 7, text: '##[group]Run npm ci' },
    ],
  });

  it('has the steps that the marks cut, and no runner', () => {
    expect(drawn(jobRan, log)).toEqual([
      `${build} -[ran]-> ${job} @5 observed`,
      `${job} -[ran]-> ${step('Set up job')} @5 observed`,
      `${job} -[ran]-> ${step('Run npm ci')} @7 observed`,
      `${step('Set up job')} -[left-workspace-to]-> ${step('Run npm ci')} @7 observed`,
    ]);
  });
});

describe('a job told by several records', () => {
  const queued = event('cicd.job', { phase: 'queued', atUs: 1 });
  const started = event('cicd.job', { phase: 'started', runner: 'runner-1', startedAtUs: 10, atUs: 10 });

  it('that only waits has not run', () => {
    expect(drawn(jobRan, queued)).toEqual([]);
  });

  it('that still runs is told by its latest record', () => {
    expect(drawn(jobRan, queued, started)).toEqual([
      `${build} -[ran]-> ${job} @10 observed`,
      `runner runner-1 -[executed]-> ${job} @10 observed`,
    ]);
  });
});

describe('a CDEvents task run, whose records each say only a part', () => {
  const part = { system: 'cdevents', repository: null, startedAtUs: null, jobId: 't1' } as const;
  const started = event('cicd.job', { ...part, phase: 'started', startedAtUs: 10, atUs: 10 });
  const finished = event('cicd.job', { ...part, runId: null, finishedAtUs: 90, atUs: 90 });

  it('keeps the run and the start that only its first record names', () => {
    expect(drawn(jobRan, finished, started)).toEqual([
      'build runs/100/attempts/1 -[ran]-> build-job runs/100/attempts/1/jobs/t1 @10 observed',
    ]);
  });

  it('whose start was not seen is placed at its end, never in 1970', () => {
    expect(drawn(jobRan, { ...finished, runId: '100' })).toEqual([
      'build runs/100/attempts/1 -[ran]-> build-job runs/100/attempts/1/jobs/t1 @90 observed',
    ]);
  });

  it('of no run draws nothing', () => {
    expect(drawn(jobRan, finished)).toEqual([]);
  });
});
