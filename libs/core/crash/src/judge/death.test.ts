import { describe, expect, test } from 'vitest';
import { deathOf } from './death.js';
import { fatalDump, frame, goroutine, swissCheck } from './testing/dumps.js';

const own = frame('main.put');
const running = goroutine(5, 'running', [own]);

describe('the kind of a death', () => {
  test.each([
    ['concurrent map writes', 'map_write_write', 'writer'],
    ['small map with no empty slot (concurrent map writes?)', 'map_write_write', 'writer'],
    ['concurrent map read and map write', 'map_read_write', 'reader'],
    ['concurrent map iteration and map write', 'map_iterate_write', 'iterator'],
    ['concurrent map clone and map write', 'map_clone_write', 'cloner'],
    ['all goroutines are asleep - deadlock!', 'deadlock', 'unknown'],
    ['no goroutines (main called runtime.Goexit) - deadlock!', 'deadlock', 'unknown'],
    ['fault', 'sigsegv', 'unknown'],
    ['sync: RUnlock of unlocked RWMutex', 'other', 'unknown'],
    ['bad map state', 'other', 'unknown'],
    ['stack overflow', 'other', 'unknown'],
  ])('%s is %s', (message, kind, role) => {
    expect(deathOf(fatalDump(message, [running]))).toMatchObject({ kind, role, message });
  });

  test('a nil map and a nil pointer are panics', () => {
    const panics = [{ message: 'assignment to entry in nil map', column: 0, line: 1 }];
    expect(deathOf(fatalDump(null, [running], { panics }))).toMatchObject({
      kind: 'panic',
      claimedInPanic: false,
    });
  });

  test('without a message only frames speak', () => {
    const headless = (...frames: readonly ReturnType<typeof frame>[]): unknown =>
      deathOf(fatalDump(null, [goroutine(5, 'running', frames)], { losses: ['message lost'], firstLine: 9 }));
    const next = frame(
      'internal/runtime/maps.(*Iter).Next',
      '/usr/local/go/src/internal/runtime/maps/table.go:819',
    );
    expect(headless(swissCheck, own)).toMatchObject({ kind: 'map_unknown', role: 'unknown', message: null });
    expect(headless(swissCheck, next, own)).toMatchObject({ kind: 'map_unknown', role: 'iterator' });
    expect(headless(own)).toMatchObject({ kind: 'other' });
    expect(
      headless(frame('runtime/debug.Stack', '/usr/local/go/src/runtime/debug/stack.go:26'), own),
    ).toBeNull();
  });

  test('a crash output file of 1.23 has no message and hides the check of a map only', () => {
    const main = goroutine(1, 'running', [], { stackUnavailable: true });
    const file = fatalDump(null, [running, main], { losses: ['message lost'], firstLine: 2 });
    expect(deathOf(file)).toMatchObject({ kind: 'map_unknown' });
    expect(deathOf({ ...file, firstLine: 40 })).toMatchObject({ kind: 'other' });
  });

  test('two threads that die of different checks tell no role where frames are hidden', () => {
    const fatals = ['concurrent map read and map write', 'concurrent map writes'].map((message, line) => ({
      message,
      column: 0,
      line,
    }));
    expect(deathOf(fatalDump(null, [running], { fatals }))?.role).toBe('unknown');
    const assign = frame('runtime.mapassign', '/usr/local/go/src/runtime/map.go:600');
    const shown = goroutine(5, 'running', [swissCheck, assign, own]);
    expect(deathOf(fatalDump(null, [shown], { fatals }))?.role).toBe('writer');
  });

  test('the stack of the runtime before an overflow is not the goroutine that died', () => {
    const stack = goroutine(-1, 'unknown', [frame('runtime.throw', '/usr/local/go/src/runtime/panic.go:1')]);
    expect(deathOf(fatalDump('stack overflow', [stack, running]))?.top).toBe(running);
  });
});
