import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Analysis } from '@faultline/model';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyseEvents, readPaths, type Reading } from './analyse-paths.js';
import { droppableSources, withoutSource } from './drop-source.js';
import { printTable } from './print-table.js';
import { scoreOf, wrongConfirmations } from './score.js';
import type { StoryIncident } from './story-answer.js';
import { writeStory } from './story-folder.js';

const timeoutMs = 180_000;

/** Seeds of drawn stories, three per CI system; the first is the bundled night. */
const stories = [
  { seed: 217, variant: 'article' },
  { seed: 1101, variant: 'volume=small,ci=github' },
  { seed: 1102, variant: 'volume=small,ci=github' },
  { seed: 1103, variant: 'volume=small,ci=github' },
  { seed: 1104, variant: 'volume=small,ci=cdevents' },
  { seed: 1105, variant: 'volume=small,ci=cdevents' },
  { seed: 1106, variant: 'volume=small,ci=cdevents' },
];
const rows: Record<string, string | number>[] = [];

describe.each(stories)('story $seed ($variant) without one source', ({ seed, variant }) => {
  let reading: Reading = { events: [], inputs: [], rejected: 0 };
  let truth: StoryIncident | null = null;
  let whole = 0;

  beforeAll(async () => {
    const story = writeStory({ seed, variant, benign: false });
    reading = await readPaths([story.records]);
    story.remove();
    truth = story.answer.incident;
    const { analysis } = analyseEvents(reading);
    whole = (truth === null ? null : scoreOf(analysis, truth).named?.posterior) ?? 0;
  }, timeoutMs);

  afterAll(() => {
    reading = { events: [], inputs: [], rejected: 0 };
  });

  test('with every source the step is all but certain', () => {
    expect(whole).toBeGreaterThan(0.99);
  });

  test.each(droppableSources)(
    '$name: less certain, nobody else CONFIRMED, and the lost join is told',
    (source) => {
      if (truth === null) throw new Error('a story tells of an incident');
      const { analysis } = analyseEvents({
        events: withoutSource(reading.events, source),
        inputs: reading.inputs,
      });
      const { named, rank, first } = scoreOf(analysis, truth);
      rows.push({
        seed,
        without: source.name,
        rank: rank ?? 'not named',
        lowered: named === null ? '-' : (whole - named.posterior).toExponential(1),
        verdict: named?.verdict ?? '-',
        first: first === null ? 'nothing' : `${first.entity.kind} ${first.verdict}`,
      });
      // Not named at all is an honest answer, too.
      expect(named?.posterior ?? 0).toBeLessThan(whole);
      expect(wrongConfirmations(analysis, truth).map((root) => root.entity.key)).toEqual([]);
      expect(lostJoins(analysis)).toContainEqual(expect.stringMatching(source.telling));
    },
    timeoutMs,
  );
});

describe('the bundled night without the files of one source', () => {
  const records = fileURLToPath(new URL('../../scenarios/forged-tokens/records', import.meta.url));
  const files = readdirSync(records).map((entry) => path.join(records, entry));
  let whole: Reading = { events: [], inputs: [], rejected: 0 };

  beforeAll(async () => {
    whole = await readPaths(files);
  }, timeoutMs);

  // Leaving events out stands for leaving files out: what is read of one file depends on no other.
  test.each([
    ['keycloak-events', 'issuance ledger'],
    ['github-deliveries', 'CI events'],
    ['ci-job-logs', 'job logs'],
    ['cdevents', 'deployments'],
    ['changes', 'change tickets'],
  ])(
    '%s: what is left are the events without the %s',
    async (file, name) => {
      const left = await readPaths(files.filter((entry) => !path.basename(entry).startsWith(file)));
      const source = droppableSources.find((item) => item.name === name);
      if (source === undefined) throw new Error(`no source is called ${name}`);
      const ids = (events: Reading['events']) => events.map((event) => event.id).sort();
      expect(ids(left.events)).toEqual(ids(withoutSource(whole.events, source)));
    },
    timeoutMs,
  );
});

afterAll(() => printTable('forged tokens without one source', rows));

function lostJoins(analysis: Analysis): string[] {
  return [
    ...new Set(
      [...analysis.unknowns, ...analysis.incidents.flatMap((incident) => incident.unknowns)].map(
        (unknown) => unknown.what,
      ),
    ),
  ];
}
