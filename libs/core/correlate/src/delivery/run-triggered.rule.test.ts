import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn } from '../testing/drawn.js';
import { event, minute } from '../testing/events.js';
import { runTriggered } from './run-triggered.rule.js';

const run = (given: Partial<EventOf<'cicd.run'>>) => event('cicd.run', { commit: 'c0ffee', ...given });

it('draws the commit triggering the run at its start', () => {
  expect(drawn(runTriggered, run({ startedAtUs: 5, atUs: 9 }))).toEqual([
    'commit c0ffee -[triggered]-> build org/app/runs/100/attempts/1 @5 observed',
  ]);
});

it('draws one link for all records of a run', () => {
  const records = (['queued', 'started', 'finished'] as const).map((phase, i) =>
    run({ phase, startedAtUs: 5, atUs: 5 + i }),
  );
  expect(drawn(runTriggered, ...records)).toHaveLength(1);
});

it('draws every attempt of a run that was run again', () => {
  const again = run({ attempt: 2, startedAtUs: minute, atUs: minute });
  expect(drawn(runTriggered, run({ startedAtUs: 5 }), again)).toEqual([
    'commit c0ffee -[triggered]-> build org/app/runs/100/attempts/1 @5 observed',
    `commit c0ffee -[triggered]-> build org/app/runs/100/attempts/2 @${minute} observed`,
  ]);
});

describe('a CDEvents run, whose records each say only a part', () => {
  const cdevent = { system: 'cdevents', repository: null, startedAtUs: null } as const;
  const started = run({ ...cdevent, phase: 'started', startedAtUs: 10, atUs: 10 });
  const finished = run({ ...cdevent, phase: 'finished', commit: null, pipeline: null, atUs: 99 });

  it('starts when it started, not when it finished', () => {
    expect(drawn(runTriggered, finished, started)).toEqual([
      'commit c0ffee -[triggered]-> build runs/100/attempts/1 @10 observed',
    ]);
  });
});

it('draws nothing for a run whose commit is not known', () => {
  expect(drawn(runTriggered, run({ commit: null }))).toEqual([]);
});
