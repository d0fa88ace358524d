import { describe, expect, it } from 'vitest';
import type { CicdStep, EventOf } from '@faultline/model';
import { drawn } from '../testing/drawn.js';
import { digest, event } from '../testing/events.js';
import { artifactBuilt } from './artifact-built.rule.js';

const build = 'build org/app/runs/100/attempts/1';
const stepKey = 'build-step org/app/runs/100/attempts/1/jobs/1/steps';
const step: CicdStep = { number: 3, name: 'Push', conclusion: 'success', startedAtUs: 10, completedAtUs: 10 };
const job = event('cicd.job', { startedAtUs: 10, steps: [step] });
const log = (...texts: string[]) =>
  event('cicd.log', { lines: texts.map((text, i) => ({ atUs: 20 + i, text })) });
const artifact = (given: Partial<EventOf<'cicd.artifact'>>) => event('cicd.artifact', { atUs: 50, ...given });
const run = event('cicd.run', { url: 'https://ci.example/org/app/runs/100', chainId: 'chain-1' });

describe('a digest that a step prints', () => {
  const pushed = `${stepKey}/3:Push -[pushed-digest]-> artifact ${digest('a')} @20 observed`;

  it.each([
    ['an artifact', artifact({ digest: digest('a') })],
    ['a deployment', event('cicd.deployment', { digest: digest('a') })],
    ['a provenance', event('cicd.provenance', { subjects: [{ name: null, digest: digest('a') }] })],
  ])('and %s names is an artifact of that step', (_name, named) => {
    expect(drawn(artifactBuilt, job, log(`orders: digest: ${digest('a')} size: 1`), named)).toEqual([pushed]);
  });

  it('and nobody names is no artifact: a build prints what it pulls, too', () => {
    const pulled = log(`FROM alpine@${digest('b')}`, `digest: ${digest('a')}`);
    expect(drawn(artifactBuilt, job, pulled, artifact({ digest: digest('a') }))).toHaveLength(1);
  });

  it('comes from the step that printed it first', () => {
    const again = log(`digest: ${digest('a')}`, `deploying ${digest('a')}`);
    expect(drawn(artifactBuilt, job, again, artifact({ digest: digest('a') }))).toEqual([pushed]);
  });

  it('needs no other tie to a run: the print is the stronger record', () => {
    const both = artifact({ digest: digest('a'), runUrl: run.url, commit: 'c0ffee' });
    expect(drawn(artifactBuilt, run, job, log(digest('a')), both)).toEqual([pushed]);
  });
});

describe('an artifact that no log prints', () => {
  const produced = `${build} -[produced]-> artifact ${digest('a')} @50 observed`;

  it.each([
    ['the address of a run', { runUrl: 'https://ci.example/org/app/runs/100' }],
    ['an address with the run id in it', { runUrl: 'https://other.example/runs/100/attempts/1' }],
    ['the chain id of a run', { chainId: 'chain-1' }],
  ])('comes from the run by %s', (_name, tie) => {
    expect(drawn(artifactBuilt, run, artifact({ digest: digest('a'), ...tie }))).toEqual([produced]);
  });

  it('comes from the commit, inferred, where only that is known', () => {
    expect(drawn(artifactBuilt, run, artifact({ digest: digest('a'), commit: 'c0ffee' }))).toEqual([
      `commit c0ffee -[source-of]-> artifact ${digest('a')} @50 inferred`,
    ]);
  });

  it('comes from the run that its provenance names', () => {
    const subjects = [{ name: 'orders', digest: digest('a') }];
    const provenance = event('cicd.provenance', { runUrl: run.url, subjects, atUs: 50 });
    expect(drawn(artifactBuilt, run, provenance)).toEqual([produced]);
  });

  it('is its package URL where it has no digest', () => {
    expect(drawn(artifactBuilt, run, artifact({ chainId: 'chain-1' }))).toEqual([
      `${build} -[produced]-> artifact pkg:oci/orders @50 observed`,
    ]);
  });

  it('draws nothing from a run that nobody knows', () => {
    const strange = { runUrl: 'https://ci.example/runs/1000', chainId: 'chain-2' };
    expect(drawn(artifactBuilt, run, artifact({ digest: digest('a'), ...strange }))).toEqual([]);
  });
});
