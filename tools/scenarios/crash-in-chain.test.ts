import { storyOf } from '@faultline/report';
import { verifyDocument } from '@faultline/verify';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../apps/cli/src/output/sha256.js';
import { readDumps } from '../go-crashes/dumps.mjs';
import { analyseEvents, readPaths } from './analyse-paths.js';
import { type CrashStory, removeStory, writeCrashStory } from './crash-story.js';

async function answerOf(story: CrashStory) {
  const folder = writeCrashStory(story);
  try {
    const reading = await readPaths([folder]);
    return { rejected: reading.rejected, ...analyseEvents(reading) };
  } finally {
    removeStory(folder);
  }
}

const dumpOf = (name: string): readonly string[] =>
  readDumps()
    .find((dump) => dump.name === name)
    ?.text.split('\n') ?? [];

const requests = [
  { path: '/baskets/17', status: 200, beforeMs: 400 },
  { path: '/health', status: 200, beforeMs: 90, token: true },
  { path: '/baskets/18', status: 200, beforeMs: 20 },
  { path: '/baskets/19', status: 200, beforeMs: 90_000 },
];

describe('a service that died of two writers of one header map', () => {
  const answer = answerOf({ stderr: ['listening', ...dumpOf('http-header@1.24.4')], requests });

  test('is one incident of medium severity, with the service as what was harmed', async () => {
    const { analysis, rejected } = await answer;
    expect(rejected).toBe(0);
    expect(analysis.incidents).toHaveLength(1);
    const [incident] = analysis.incidents;
    expect(incident?.severity).toBe('medium');
    expect(incident?.impacts.map(({ entity }) => `${entity.kind} ${entity.key}`)).toEqual(['service shop']);
  });

  test('names the racing function as the origin, as surely as one dump can', async () => {
    const [root] = (await answer).analysis.incidents[0]?.rootCauses ?? [];
    expect(root?.entity.kind).toBe('code-site');
    expect(root?.entity.key).toBe('shop/main.main.secure.func1');
    expect(root?.verdict).toBe('SUSPECTED');
  });

  test('leads from requests through the code to the service', async () => {
    const chain = (await answer).analysis.incidents[0]?.chain;
    const kindOf = new Map(chain?.entities.map((entity) => [entity.id, entity.kind]));
    const hops = new Set(
      chain?.links.map((link) => `${kindOf.get(link.from)} ${link.kind} ${kindOf.get(link.to)}`),
    );
    expect([...hops].sort()).toEqual([
      'code-site raced-in defect',
      'crash took-down service',
      'defect showed-in crash',
      'request entered code-site',
    ]);
  });

  test('offers the change of the code and a limit of the route, each with its artefacts', async () => {
    const controls = (await answer).analysis.incidents[0]?.controls ?? [];
    expect(controls.map(({ engine }) => engine)).toEqual(
      expect.arrayContaining(['source code', 'nginx or Envoy']),
    );
    const nginx = controls
      .flatMap(({ artefacts }) => artefacts)
      .find(({ path }) => path.endsWith('nginx.conf'));
    expect(nginx?.text).toContain('limit_req');
    for (const { artefacts } of controls)
      for (const { sha256: digest, text } of artefacts) expect(digest).toBe(sha256(text ?? ''));
  });

  test('says in plain words what is certain, what is not, and that it is no attack by itself', async () => {
    const [incident] = (await answer).analysis.incidents;
    const why = incident?.impacts[0]?.why ?? '';
    expect(why).toContain('two goroutines wrote to one map');
    expect(why).toContain('(certain)');
    expect(why).toContain('possibly T1499.004; nothing here shows an attack');
    if (incident !== undefined) expect(storyOf(incident).started.length).toBeGreaterThan(0);
    expect(incident?.unknowns.map(({ what }) => what).join('\n')).toContain('the other party of the race');
  });

  test('is accepted by separate code', async () => {
    const report = verifyDocument(JSON.parse(JSON.stringify((await answer).analysis)), { sha256 });
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  });
});

test('a second death of the same defect raises severity and certainty', async () => {
  const dump = dumpOf('http-header@1.24.4');
  const { analysis } = await answerOf({
    stderr: [...dump, ...Array<string>(70).fill('restarted'), ...dump],
    requests,
  });
  expect(analysis.incidents).toHaveLength(1);
  expect(analysis.incidents[0]?.severity).toBe('high');
  expect(analysis.incidents[0]?.rootCauses[0]?.verdict).toBe('PROBABLE');
});

describe('the benign twin', () => {
  const quiet: readonly (readonly [string, readonly string[]])[] = [
    [
      'quotes the message',
      ['2026/03/08 09:30:00 ticket 17: we saw "fatal error: concurrent map writes" again', 'listening'],
    ],
    ['prints the message alone', ['fatal error: concurrent map writes', 'listening']],
    ['logs what a user sent', dumpOf('forged-log-injection@1.22.12')],
    ['panics with the text of a dump', dumpOf('forged-panic@1.22.12')],
    ['quotes a dump in a message', dumpOf('forged-quotes@1.24.4')],
    ['writes two lines like a dump', dumpOf('forged-two-lines@1.24.4')],
  ];
  test.each(quiet)('that %s gives nothing above SUSPECTED and nothing above low', async (_, stderr) => {
    expect(stderr.length).toBeGreaterThan(1);
    const { analysis } = await answerOf({ stderr, requests });
    for (const incident of analysis.incidents) {
      expect(incident.severity).toBe('low');
      for (const root of incident.rootCauses) expect(['SUSPECTED', 'INSUFFICIENT']).toContain(root.verdict);
    }
  });
});
