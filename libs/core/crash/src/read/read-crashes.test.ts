import { describe, expect, test } from 'vitest';
import type { CrashDump, FatalDump } from '../dump.js';
import { readCrashes } from './read-crashes.js';
import { fixtures } from './testing/fixtures.js';

function only(text: string): FatalDump {
  const dumps = readCrashes(text);
  expect(dumps).toHaveLength(1);
  const dump = dumps[0];
  if (dump?.form !== 'fatal') throw new Error('no fatal');
  return dump;
}

const ids = (dump: FatalDump): readonly number[] => dump.goroutines.map(({ id }) => id);
const races = (dumps: readonly CrashDump[]) => dumps.filter((dump) => dump.form === 'race');

describe('dumps of real programs', () => {
  test('Go 1.18 shows the thrower and the operation on the map', () => {
    const dump = only(fixtures['write@1.18.10']);
    expect(dump.fatals).toEqual([{ message: 'concurrent map writes', column: 0, line: 1 }]);
    expect(dump.goroutines).toHaveLength(7);
    expect(dump.goroutines[0]?.frames.slice(0, 3)).toEqual([
      {
        function: 'runtime.throw',
        args: expect.any(String),
        file: '/usr/local/go/src/runtime/panic.go',
        line: 992,
      },
      expect.objectContaining({ function: 'runtime.mapassign_faststr', line: 212 }),
      { function: 'main.(*Store).Set', args: '...', file: '/src/main.go', line: 14 },
    ]);
    expect(dump.goroutines[0]?.createdBy).toMatchObject({ function: 'main.main', line: 42, goroutine: null });
    expect(dump.losses).toEqual([]);
  });

  test('two threads that die at once are one dump with one goroutine twice', () => {
    const dump = only(fixtures['double@1.19.13']);
    expect(dump.fatals).toHaveLength(2);
    expect(ids(dump)).toEqual([19, 1, 18, 18]);
    expect(dump.goroutines[2]).toMatchObject({ stackUnavailable: true, lockedToThread: true, frames: [] });
    expect(dump.goroutines[3]?.frames).toHaveLength(1);
  });

  test('generic methods keep their name, in every version since 1.18', () => {
    const [first] = only(fixtures['generic-iterate@1.21.13']).goroutines;
    expect(first?.frames[0]?.function).toBe('main.(*Index[...]).Each');
  });

  test('Go 1.23 names the parent goroutine', () => {
    expect(only(fixtures['read@1.23.5']).goroutines[0]?.createdBy?.goroutine).toBe(1);
  });

  test('level system has registers in its headers and rows', () => {
    const dump = only(fixtures['read@1.24.4-system']);
    expect(dump.goroutines).toHaveLength(11);
    expect(dump.goroutines.every(({ systemLevel }) => systemLevel)).toBe(true);
    expect(dump.goroutines[0]?.frames[0]).toMatchObject({ function: 'runtime.fatal', line: 1123 });
  });

  test('Go 1.26 prints one goroutine, and its dump is whole', () => {
    const dump = only(fixtures['iterate@1.26.8']);
    expect(dump.goroutines).toHaveLength(1);
    expect(dump.losses).toEqual([]);
  });

  test.each(['labels@1.26.8', 'labels@1.27.0'] as const)('labels are read in %s and hide nothing', (name) => {
    const dump = only(fixtures[name]);
    expect(dump.fatals).toHaveLength(1);
    expect(dump.goroutines).toHaveLength(3);
    expect(dump.goroutines[0]?.labels).toEqual({
      route: 'GET /a "b", c: d',
      user: 'fatal error: concurrent map writes',
    });
  });

  test('a fatal within a deferred call stands behind a tab, after the panic', () => {
    const dump = only(fixtures['deferred@1.26.8']);
    expect(dump.panics).toEqual([{ message: 'first', line: 1 }]);
    expect(dump.fatals).toEqual([{ message: 'concurrent map writes', column: 1, line: 3 }]);
  });

  test('a nil pointer is a panic with a signal', () => {
    const dump = only(fixtures['nil-pointer@1.26.8']);
    expect(dump.signal).toEqual({ name: 'SIGSEGV', address: '8', code: '1' });
    expect(dump.panics[0]?.message).toContain('nil pointer dereference');
  });

  test('reports of the race detector and the fatal behind them are told apart', () => {
    const dumps = readCrashes(fixtures['race-and-fatal@1.26.8']);
    expect(dumps.map(({ form }) => form)).toEqual(['race', 'race', 'fatal']);
    expect(races(dumps)[0]).toMatchObject({
      accesses: [
        { operation: 'read', previous: false, address: 'c00009acf0', goroutine: 12 },
        { operation: 'write', previous: true, address: 'c00009acf0', goroutine: 11 },
      ],
      created: [{ goroutine: 12 }, { goroutine: 11 }],
      losses: [],
    });
  });

  test('a file of SetCrashOutput has no message', () => {
    const dump = only(fixtures['crash-output@1.24.4']);
    expect(dump.fatals).toEqual([]);
    expect(dump.losses).toContain('message lost');
    expect(dump.goroutines).toHaveLength(3);
  });

  test('the stack that the runtime runs on is no goroutine', () => {
    const dump = only(fixtures['overflow@1.26.8']);
    expect(ids(dump)).toEqual([1]);
    expect(dump.goroutines[0]?.frames[0]?.function).toBe('main.recurse');
  });

  test('frames that the runtime left out are counted', () => {
    const [first] = only(fixtures['deep@1.24.4']).goroutines;
    expect(first?.frames).toHaveLength(100);
    expect(first?.elidedFrames).toBeGreaterThan(50);
  });

  test('a dump that SIGQUIT asked for names the signal', () => {
    expect(only(fixtures['quit@1.21.13'])).toMatchObject({ signal: { name: 'SIGQUIT' }, fatals: [] });
  });

  test('a message within the value of a panic has the panic before it', () => {
    const dump = only(fixtures['forged@1.18.10']);
    expect(dump.panics).toHaveLength(1);
    expect(dump.fatals).toHaveLength(1);
  });
});
