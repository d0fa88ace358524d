import { describe, expect, it } from 'vitest';
import {
  event,
  forgedUses,
  hourUs,
  keyHistory,
  lawfulRecords,
  minuteUs,
  nightUs,
  plainToken,
  quietShop,
} from '@faultline/detect/testing';
import type { Event } from '@faultline/model';
import { addedModule, buildRecords, digestOf, runAtUs } from '../testing/builds.js';
import { evidenceOf, onlyEvidence, reportOf } from '../testing/run-test.js';
import { buildOrder } from './b5-order.evidence.js';

const repository = 'org/sso';
const runs = 27;
const poisoned = 26;
const deploy = (run: number, environment: string, atUs: number): Event =>
  event('cicd.deployment', atUs, { service: 'identity', environment, digest: digestOf(repository, run) });
const rollouts = Array.from({ length: runs }, (_, run) => deploy(run, 'prod', runAtUs(run) + hourUs));
const tokens = [
  ...lawfulRecords(quietShop),
  ...keyHistory(plainToken.iss ?? '', ['key-1'], 30),
  ...forgedUses(),
];
const builds = buildRecords({ runs, extra: { [poisoned]: { Compile: addedModule } } });

describe('B5, order', () => {
  it('is significant for the build that was running when the tokens were made', () => {
    const evidence = onlyEvidence(buildOrder, [...tokens, ...builds, ...rollouts]);
    expect(evidence).toMatchObject({ family: 'build', test: 'B5', status: 'SIGNIFICANT', n: 27 });
    expect(evidence.reason).toContain('running version');
  });

  it('a deployment to staging replaces nothing in production', () => {
    const staging = deploy(3, 'staging', nightUs - hourUs);
    expect(onlyEvidence(buildOrder, [...tokens, ...builds, ...rollouts, staging]).status).toBe('SIGNIFICANT');
  });

  it('speaks the more against a build the more deployments had replaced it, and never acquits it for one', () => {
    const replaced = (times: number) =>
      onlyEvidence(buildOrder, [
        ...tokens,
        ...builds,
        ...rollouts,
        ...Array.from({ length: times }, (_, n) => deploy(n % 20, 'prod', nightUs - hourUs + n * minuteUs)),
      ]).e;
    expect(replaced(1)).toBeGreaterThan(0.5);
    expect(replaced(2)).toBeCloseTo(0.5, 9);
    expect(replaced(30)).toBeLessThan(0.1);
    expect(replaced(50)).toBeGreaterThanOrEqual(1 / 20);
  });

  it('is as good as an acquittal for a build that never came to where the tokens were presented', () => {
    const kept = rollouts.slice(0, -1);
    const staging = deploy(poisoned, 'staging', runAtUs(poisoned) + hourUs);
    expect(onlyEvidence(buildOrder, [...tokens, ...builds, ...kept, staging])).toMatchObject({
      status: 'NOT_SIGNIFICANT',
      e: 1 / 20,
    });
  });

  it('has nothing to say about a build whose change is explained, nor about one deployed after the night', () => {
    const explained = buildRecords({
      runs,
      extra: { [poisoned]: { Compile: addedModule } },
      paths: { [poisoned]: ['package-lock.json'] },
    });
    expect(evidenceOf(buildOrder, [...tokens, ...explained, ...rollouts])).toEqual([]);
    const late = [...rollouts.slice(0, -1), deploy(poisoned, 'prod', nightUs + hourUs)];
    expect(evidenceOf(buildOrder, [...tokens, ...builds, ...late])).toEqual([]);
  });

  it.each([
    ['deployments', builds, 'join artifact → deployment → service'],
    ['CI events', rollouts, 'join commit → run → job → step (CI events)'],
  ])('tells the lost join without %s', (_, kept, what) => {
    expect(reportOf(buildOrder, [...tokens, ...kept]).unknowns.map((unknown) => unknown.what)).toContain(
      what,
    );
  });

  it('tells the lost join where nothing says which service serves the issuer', () => {
    const nameless = tokens.filter(({ kind }) => kind !== 'jwks.observed');
    expect(
      reportOf(buildOrder, [...nameless, ...builds, ...rollouts]).unknowns.map((unknown) => unknown.what),
    ).toContain('join issuer → service');
  });

  it('says nothing where no token is suspected', () => {
    expect(reportOf(buildOrder, [...lawfulRecords(quietShop), ...builds, ...rollouts])).toEqual({
      found: [],
      unknowns: [],
    });
  });
});
