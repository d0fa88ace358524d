import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyDocument } from '@faultline/verify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../apps/cli/src/output/sha256.js';
import { analyseEvents, readPaths } from './analyse-paths.js';
import { accusations, scoreOf } from './score.js';
import { shuffledCopy, type ShuffledCopy } from './shuffled-copy.js';
import { readIncident } from './story-answer.js';

const scenario = fileURLToPath(new URL('../../scenarios/forged-tokens', import.meta.url));
const timeoutMs = 120_000;

describe('the bundled night of 02:17', () => {
  const truth = readIncident(path.join(scenario, 'answer.json'));
  let answer: ReturnType<typeof analyseEvents>;
  let rejected = 0;

  beforeAll(async () => {
    const reading = await readPaths([path.join(scenario, 'records')]);
    rejected = reading.rejected;
    answer = analyseEvents(reading);
  }, timeoutMs);

  test('every record is read', () => {
    expect(rejected).toBe(0);
  });

  test('names the build step first, CONFIRMED, by the job id that the CI shows', () => {
    const { rank, named } = scoreOf(answer.analysis, truth);
    expect(rank).toBe(1);
    expect(named?.verdict).toBe('CONFIRMED');
    expect(named?.entity.key).toContain(`/jobs/${truth.root.jobId}/`);
    expect(named?.entity.key).toContain(truth.root.stepName);
    expect(named?.posterior).toBeGreaterThan(0.99);
  });

  test('shows all three joins: time, token structure, build log', () => {
    const { named } = scoreOf(answer.analysis, truth);
    const significant = new Set(
      named?.evidence.filter((item) => item.status === 'SIGNIFICANT').map((item) => item.family),
    );
    expect([...significant].sort()).toEqual(['build', 'time', 'token']);
  });

  test('is one incident, with the written services among its impacts', () => {
    expect(answer.analysis.incidents).toHaveLength(1);
    const { incident } = scoreOf(answer.analysis, truth);
    const impacted = new Set(incident?.impacts.map((impact) => impact.entity.key));
    for (const service of truth.impacts.acceptedBy) expect(impacted).toContain(service);
  });

  test('the chain leads from the step over artifact, deployment and signer to the tokens', () => {
    const { incident } = scoreOf(answer.analysis, truth);
    const kinds = new Set(incident?.chain.entities.map((entity) => entity.kind));
    for (const kind of ['build-step', 'artifact', 'deployment', 'service', 'signing-key', 'token'])
      expect(kinds).toContain(kind);
    expect(incident?.chain.entities.some((entity) => entity.key === truth.artifact.digest)).toBe(true);
  });

  test('separate code accepts the answer and its certificate', () => {
    const report = verifyDocument(JSON.parse(JSON.stringify(answer.analysis)), { sha256 });
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  });

  describe('read in another order', () => {
    let copy: ShuffledCopy | null = null;
    afterAll(() => copy?.remove());

    test(
      'files and lines in disorder give the same graph and the same incidents',
      async () => {
        copy = shuffledCopy(path.join(scenario, 'records'), 1);
        const again = analyseEvents(await readPaths(copy.files));
        expect(again.analysis.graph).toEqual(answer.analysis.graph);
        expect(again.analysis.incidents).toEqual(answer.analysis.incidents);
        expect(again.analysis.unknowns).toEqual(answer.analysis.unknowns);
      },
      timeoutMs,
    );
  });
});

describe('the innocent twin', () => {
  test(
    'accuses nobody',
    async () => {
      const { analysis } = analyseEvents(await readPaths([path.join(scenario, 'benign')]));
      expect(accusations(analysis).map((root) => root.entity.key)).toEqual([]);
      expect(verifyDocument(JSON.parse(JSON.stringify(analysis)), { sha256 }).ok).toBe(true);
    },
    timeoutMs,
  );
});
