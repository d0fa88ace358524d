import { describe, expect, test } from 'vitest';
import type { Crash } from '@faultline/model';
import type { CrashDump } from '../dump.js';
import { judgeDumps } from './judge-dumps.js';
import { access, digest, fatalDump, frame, goroutine, raceReport, swissCheck } from './testing/dumps.js';

const judged = (...dumps: readonly CrashDump[]): readonly Crash[] => judgeDumps(dumps, digest);

const inRuntime = (name: string): ReturnType<typeof frame> =>
  frame(name, '/usr/local/go/src/internal/runtime/maps/runtime_fast64.go:196');
const get = frame('main.(*Cache).Get', '/srv/shop/cache.go:11');
const put = frame('main.(*Cache).Put', '/srv/shop/cache.go:17');
const onMap = raceReport(
  access('write', 7, [inRuntime('runtime.mapassign_fast64'), put]),
  access('read', 6, [inRuntime('runtime.mapaccess1_fast64'), get]),
);
const onElement = raceReport(access('read', 6, [get]), access('write', 7, [put]), {
  firstLine: 26,
  lastLine: 50,
});
const onCounter = raceReport(
  access('write', null, [frame('main.inc')]),
  access('write', 9, [frame('main.inc')]),
  { firstLine: 51, lastLine: 75 },
);
const died = fatalDump('concurrent map read and map write', [goroutine(6, 'running', [swissCheck, get])], {
  firstLine: 80,
  lastLine: 90,
});

describe('a report of the race detector', () => {
  test('names both parties for certain, by the words Read and Write', () => {
    expect(judged(onMap)).toMatchObject([
      {
        kind: 'race_report',
        confirmed: true,
        crashing: { goroutine: 7, role: 'writer', op: 'assign', function: 'main.(*Cache).Put', line: 17 },
        peer: {
          certainty: 'certain',
          candidates: [{ goroutine: 6, role: 'reader', function: 'main.(*Cache).Get' }],
        },
        runtime: 'swiss',
      },
    ]);
  });

  test('trusts the word where a release reports a fast write as a read', () => {
    const misnamed = raceReport(
      access('write', 7, [inRuntime('runtime.mapaccess1'), put]),
      access('read', 6, [get]),
    );
    const [crash] = judged(misnamed);
    expect(crash).toMatchObject({ kind: 'race_report', crashing: { role: 'writer' } });
    expect(crash?.crashing).not.toHaveProperty('op');
  });

  test('on something else than a map is told apart, by main goroutine 1', () => {
    expect(judged(onCounter)).toMatchObject([
      { kind: 'race_report_not_map', crashing: { goroutine: 1, function: 'main.inc' } },
    ]);
  });

  test('about the element of the same map is the same bug', () => {
    expect(judged(onElement, onMap, onCounter)).toMatchObject([
      { kind: 'race_report', lines: { first: 1, last: 50 } },
      { kind: 'race_report_not_map' },
    ]);
  });

  test('whose other stack is forgotten leaves the other party open', () => {
    const forgotten = raceReport(
      access('write', 7, [inRuntime('runtime.mapassign'), put]),
      access('read', 6, [], { stackLost: true }),
    );
    expect(judged(forgotten)).toMatchObject([
      { complete: false, peer: { certainty: 'cannot-be-told', candidates: [] } },
    ]);
  });
});

describe('reports before a fatal error', () => {
  test('are one crash with it, which died where the dump says and whose other party is certain', () => {
    const crashes = judged(onElement, onMap, died);
    expect(crashes).toMatchObject([
      {
        kind: 'race_report_and_fatal',
        confirmed: true,
        message: 'concurrent map read and map write',
        crashing: { role: 'reader', function: 'main.(*Cache).Get' },
        peer: {
          certainty: 'certain',
          candidates: [{ goroutine: 7, role: 'writer', function: 'main.(*Cache).Put' }],
        },
        lines: { first: 1, last: 90 },
      },
    ]);
    expect(crashes[0]?.signature).toBe(judged(onMap)[0]?.signature);
  });

  test('about other code stay crashes of their own', () => {
    expect(judged(onCounter, died).map(({ kind }) => kind)).toEqual([
      'race_report_not_map',
      'map_read_write',
    ]);
    const elsewhere = raceReport(
      access('write', 7, [inRuntime('runtime.mapassign'), frame('main.other')]),
      access('write', 8, [frame('main.other')]),
    );
    expect(judged(elsewhere, died).map(({ kind }) => kind)).toEqual(['race_report', 'map_read_write']);
  });

  test('of another service, whose own fatal error comes later, wait for it', () => {
    const order = raceReport(
      access('write', 3, [
        inRuntime('runtime.mapassign'),
        frame('main.(*Orders).Add', '/srv/orders/add.go:5'),
      ]),
      access('write', 4, [frame('main.(*Orders).Add', '/srv/orders/add.go:5')]),
      { firstLine: 60, lastLine: 70 },
    );
    const orders = fatalDump(
      'concurrent map writes',
      [goroutine(3, 'running', [swissCheck, frame('main.(*Orders).Add', '/srv/orders/add.go:5')])],
      { firstLine: 100, lastLine: 110 },
    );
    expect(judged(onMap, order, died, orders)).toMatchObject([
      { kind: 'race_report_and_fatal', lines: { first: 1, last: 90 } },
      { kind: 'race_report_and_fatal', lines: { first: 60, last: 110 } },
    ]);
  });

  test('do not make a message without a stack one that is confirmed', () => {
    const silent = fatalDump('concurrent map writes', [], { firstLine: 80, lastLine: 80 });
    expect(judged(onMap, silent)).toMatchObject([
      { kind: 'race_report_and_fatal', confirmed: false, crashing: { function: 'main.(*Cache).Put' } },
    ]);
  });
});

describe('what a dump leaves open', () => {
  test('is told with the setting that would have shown it', () => {
    const [crash] = judged(died);
    expect(crash?.cannotTell.map(({ wouldTell }) => wouldTell).join('\n')).toContain('GOTRACEBACK=all');
    const main = goroutine(1, 'select', [frame('main.main')]);
    const [full] = judged({ ...died, goroutines: [...died.goroutines, main] });
    expect(full?.cannotTell.map(({ wouldTell }) => wouldTell).join('\n')).not.toContain('GOTRACEBACK=all');
  });

  test('losses are told in words, and make the crash incomplete', () => {
    const [crash] = judged({ ...died, losses: ['tail cut'] });
    expect(crash).toMatchObject({ complete: false });
    expect(crash?.losses[0]).toContain('the end is cut off');
  });

  test('no note speaks of anybody’s intent', () => {
    for (const crash of judged(onMap, died))
      expect(crash.notes.join(' ')).not.toMatch(/attack|malicious|intent/i);
  });
});

test('a dump of frames only, which prove the check, is a map race of unknown kind and not confirmed', () => {
  const headless = fatalDump(null, died.goroutines, { losses: ['message lost'] });
  expect(judged(headless)).toMatchObject([
    { kind: 'map_unknown', confirmed: false, message: null, crashing: { function: 'main.(*Cache).Get' } },
  ]);
});

test('nothing gives nothing', () => {
  expect(judged()).toEqual([]);
});
