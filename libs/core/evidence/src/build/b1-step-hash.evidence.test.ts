import { describe, expect, it } from 'vitest';
import { addedDownload, addedModule, buildRecords, plainBuild } from '../testing/builds.js';
import { evidenceOf, onlyEvidence, reportOf } from '../testing/run-test.js';
import { stepHash } from './b1-step-hash.evidence.js';

const others = ['org/shop', 'org/stock', 'org/mail'];

describe('B1, step hash', () => {
  it('is a contradiction when a step runs a command that no commit explains', () => {
    const { found } = reportOf(stepHash, buildRecords({ extra: { 27: { Compile: addedDownload } } }));
    expect(found).toHaveLength(1);
    expect(found[0]?.entity.key).toContain('/steps/3:Compile');
    expect(found[0]?.evidence).toMatchObject({ status: 'SIGNIFICANT', e: 100 });
    expect(found[0]?.evidence.reason).toContain('static.files.example');
  });

  it.each(['.github/workflows/main.yml', 'package-lock.json', 'Dockerfile', 'pom.xml', 'go.sum'])(
    'is explained by a commit that touches %s',
    (path) => {
      const evidence = onlyEvidence(
        stepHash,
        buildRecords({ extra: { 27: { Compile: addedDownload } }, paths: { 27: [path] } }),
      );
      expect(evidence).toMatchObject({ status: 'EXPLAINED', e: 1 });
      expect(evidence.reason).toContain(path);
    },
  );

  it('is explained when other pipelines do the same that week', () => {
    const extra = { 27: { Compile: addedDownload } };
    const events = [
      ...buildRecords({ extra }),
      ...others.flatMap((repository) => buildRecords({ repository, extra })),
    ];
    expect(evidenceOf(stepHash, events).map(({ status }) => status)).toEqual([
      'EXPLAINED',
      'EXPLAINED',
      'EXPLAINED',
      'EXPLAINED',
    ]);
  });

  it('is missing, with the lost join told, when no push of the repository was read', () => {
    const { found, unknowns } = reportOf(
      stepHash,
      buildRecords({ extra: { 27: { Compile: addedDownload } }, pushes: false }),
    );
    expect(found.map(({ evidence }) => [evidence.status, evidence.e])).toEqual([['MISSING', 1]]);
    expect(unknowns.map(({ what }) => what)).toEqual(['join commit → build run (push events)']);
  });

  it('says nothing before twenty runs', () => {
    expect(
      evidenceOf(stepHash, buildRecords({ runs: 15, extra: { 14: { Compile: addedDownload } } })),
    ).toEqual([]);
  });

  it('takes a tag that came to mean other code for less than a contradiction', () => {
    const line = (sha: string) => `Download action repository 'pack/action@v2' (SHA:${sha.repeat(40)})`;
    const use = '##[group]Run pack/action@v2';
    const ordinary = {
      'Set up job': ['Getting action download info'],
      ...plainBuild.ordinary,
      Pack: [use, '##[endgroup]'],
    };
    const extra = Object.fromEntries(
      Array.from({ length: 30 }, (_, run) => [run, { 'Set up job': [line(run === 27 ? 'b' : 'a')] }]),
    );
    const { found } = reportOf(stepHash, buildRecords({ ordinary, extra }));
    expect(found.map(({ entity, evidence }) => [entity.key.split('/').at(-1), evidence.status])).toEqual([
      ['6:Pack', 'SIGNIFICANT'],
    ]);
    expect(found[0]?.evidence.e).toBeLessThan(20);
  });

  it('is silent about honest runs: new branches, new commits, a host that a warning mentions', () => {
    const extra = Object.fromEntries(
      Array.from({ length: 40 }, (_, run) => [
        run,
        {
          Checkout: [
            `[command]/usr/bin/git fetch --depth=1 origin +abcdef${run}:refs/remotes/origin/feat/part-${'abcdefghij'[run % 10]}${run}`,
            'HEAD is now at adeeadf',
          ],
          Install:
            run === 33
              ? [
                  'npm warn tarball data for lodash@https://registry.npmjs.org/lodash/-/lodash-4.17.21.tgz seems to be corrupted. Trying again.',
                ]
              : [],
        },
      ]),
    );
    expect(evidenceOf(stepHash, buildRecords({ runs: 40, extra }))).toEqual([]);
  });

  it('counts a host that a line of a transfer names', () => {
    const evidence = onlyEvidence(
      stepHash,
      buildRecords({
        extra: { 27: { Compile: ['Downloading from central: https://repo.rogue.example/a.jar'] } },
      }),
    );
    expect(evidence.reason).toContain('host repo.rogue.example');
  });

  it('weighs an unexplained command less in a pipeline that has them all the time', () => {
    const extra = Object.fromEntries(
      [22, 24, 26, 28].map((run) => [
        run,
        { Compile: [`> node scripts/once-${'abcdefgh'[run - 22] ?? ''}.mjs`] },
      ]),
    );
    for (const evidence of evidenceOf(stepHash, buildRecords({ extra }))) expect(evidence.e).toBeLessThan(10);
  });

  it('finds nothing in the honest pipeline and takes no interest in printed words', () => {
    expect(evidenceOf(stepHash, buildRecords())).toEqual([]);
    expect(evidenceOf(stepHash, buildRecords({ extra: { 27: { Compile: addedModule.slice(1) } } }))).toEqual(
      [],
    );
  });
});
