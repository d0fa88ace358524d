import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event, EventOf, ProcessRef } from '@faultline/model';
import { resolveProcessIdentity } from './resolve-process-identity.js';

const second = 1_000_000;
const base = (id: string, atS: number) => ({
  id,
  atUs: atS * second,
  observedAtUs: null,
  clock: null,
  dataset: 'test',
  record: { path: 'test.jsonl', line: 1, offset: 0, length: 1 },
  host: 'alpha',
});
const tool = 'C:\\Temp\\tool.exe';
const guid = (key: string, given: Partial<ProcessRef> = {}): ProcessRef => ({
  key,
  pid: 7,
  image: tool,
  user: null,
  ...given,
});
const weak = (pid: number | null = 7): ProcessRef => ({
  key: `${pid ?? '?'}@`,
  pid,
  image: null,
  user: null,
});

const started = (process: ProcessRef, atS: number, host = 'alpha'): EventOf<'process.start'> => ({
  ...base(`start-${process.key}-${atS}`, atS),
  host,
  kind: 'process.start',
  process,
  parent: null,
  commandLine: null,
  workingDirectory: null,
  sha256: null,
  integrity: null,
  logonId: null,
});
/** A start as the Security log tells it. */
const logged = (atS: number, image = tool): EventOf<'process.start'> =>
  started({ key: `7@${atS * second}`, pid: 7, image, user: 'ann' }, atS);
const ended = (process: ProcessRef, atS: number): EventOf<'process.end'> => ({
  ...base(`end-${process.key}-${atS}`, atS),
  kind: 'process.end',
  process,
});
const acted = (process: ProcessRef, atS: number, host = 'alpha'): EventOf<'file.delete'> => ({
  ...base(`act-${process.key}-${atS}`, atS),
  host,
  kind: 'file.delete',
  process,
  path: 'c:\\a',
});
const read = (image: string, atS = 50): EventOf<'process.access'> => ({
  ...base(`read-${atS}`, atS),
  kind: 'process.access',
  source: guid('reader', { pid: 99 }),
  target: { key: `@${image.toLowerCase()}`, pid: null, image, user: null },
  grantedAccess: 0x10,
  callerUnbacked: false,
  callerDumps: false,
});

/** Key of the process (or target) of the last event after all are resolved. */
function keyOf(...events: readonly Event[]): string | undefined {
  const last = resolveProcessIdentity(events).at(-1);
  if (last === undefined) return undefined;
  return 'target' in last ? last.target.key : 'process' in last ? last.process?.key : undefined;
}

describe('a pid', () => {
  it('is the process that started with it last', () => {
    const starts = [started(guid('old'), 10), started(guid('new'), 100)];
    expect(keyOf(...starts, acted(weak(), 50))).toBe('old');
    expect(keyOf(...starts, acted(weak(), 150))).toBe('new');
  });

  it('is nobody before the first start and after the end', () => {
    const life = [started(guid('a'), 10), ended(guid('a'), 20)];
    expect(keyOf(...life, acted(weak(), 5))).toBe('7@');
    expect(keyOf(...life, acted(weak(), 15))).toBe('a');
    expect(keyOf(...life, acted(weak(), 30))).toBe('7@');
  });

  it('is another process on another host, and of another pid', () => {
    const start = started(guid('a'), 10);
    expect(keyOf(start, acted(weak(), 15, 'beta'))).toBe('7@');
    expect(keyOf(start, acted(weak(8), 15))).toBe('8@');
    expect(keyOf(start, acted(weak(), 15, 'ALPHA'))).toBe('a');
  });

  it('allows that the clocks of two loggers differ by two seconds', () => {
    expect(keyOf(started(guid('a'), 10), acted(weak(), 9))).toBe('a');
    expect(keyOf(started(guid('a'), 10), ended(guid('a'), 20), acted(weak(), 21))).toBe('a');
  });

  it('of a process whose start is not on record is its own as long as nobody else comes', () => {
    expect(keyOf(acted(guid('a'), 10), acted(weak(), 99))).toBe('a');
    expect(keyOf(acted(guid('a'), 10), acted(weak(), 1))).toBe('a');
  });

  it('stays unresolved between two processes whose starts are not on record', () => {
    const sights = [acted(guid('a'), 10), acted(guid('a'), 20), acted(guid('b'), 100), acted(guid('b'), 110)];
    expect([15, 60, 105].map((at) => keyOf(...sights, acted(weak(), at)))).toEqual(['a', '7@', 'b']);
  });

  it('keeps what the record itself says, and learns the rest', () => {
    const mine = { ...weak(), image: '\\Device\\x\\tool.exe', user: null };
    const [, event] = resolveProcessIdentity([started(guid('a', { user: 'ann' }), 1), acted(mine, 5)]);
    expect(event).toMatchObject({ process: { key: 'a', pid: 7, image: mine.image, user: 'ann' } });
  });
});

describe('a start that two loggers report', () => {
  it('is one process, by its guid', () => {
    expect(keyOf(started(guid('a'), 10.5), logged(10))).toBe('a');
    expect(keyOf(started(guid('a'), 10), logged(11.5))).toBe('a');
  });

  it('is one process though the second logger was half a minute late, if the program is the same', () => {
    expect(keyOf(started(guid('a'), 10), logged(33))).toBe('a');
    expect(keyOf(started(guid('a', { image: null }), 10), logged(33))).toBe(`7@${33 * second}`);
  });

  it('is one process though the logger of the guid missed the start', () => {
    expect(keyOf(acted(guid('a'), 15), logged(10))).toBe('a');
  });

  it('is another process when the guid was there before: the pid was reused', () => {
    for (const earlier of [started(guid('a'), 10), acted(guid('a'), 10)]) {
      expect(keyOf(earlier, logged(100))).toBe(`7@${100 * second}`);
      expect(keyOf(earlier, logged(100), acted(weak(), 150))).toBe(`7@${100 * second}`);
      expect(keyOf(earlier, logged(100), acted(weak(), 50))).toBe('a');
    }
  });

  it('is another process when it runs another program', () => {
    expect(keyOf(started(guid('a'), 10), logged(10, 'C:\\Windows\\other.exe'))).toBe(`7@${10 * second}`);
  });
});

it('names processes by pid and start where no logger has guids', () => {
  const events = [logged(10), logged(100)];
  expect(keyOf(...events, acted(weak(), 50))).toBe(`7@${10 * second}`);
  expect(keyOf(...events, acted(weak(), 150))).toBe(`7@${100 * second}`);
});

describe('an image alone', () => {
  const lsass = (key: string, image = 'C:\\Windows\\System32\\lsass.exe') => acted(guid(key, { image }), 10);
  const device = '\\Device\\HarddiskVolume3\\Windows\\System32\\lsass.exe';

  it('is the only process that runs it, whichever way the volume is written', () => {
    expect(keyOf(lsass('a'), read('C:\\WINDOWS\\system32\\lsass.exe'))).toBe('a');
    expect(keyOf(lsass('a'), read(device))).toBe('a');
  });

  it('stays unresolved when two processes run it, or none', () => {
    expect(keyOf(lsass('a'), lsass('b'), read(device))).toBe(`@${device.toLowerCase()}`);
    expect(keyOf(read(device))).toBe(`@${device.toLowerCase()}`);
  });

  it('is not a process of that name from another folder', () => {
    expect(keyOf(lsass('fake', 'C:\\Temp\\lsass.exe'), read(device))).toBe(`@${device.toLowerCase()}`);
  });

  it('is found in whichever record of the process names it', () => {
    const nameless = acted(guid('a', { image: null }), 9);
    expect(keyOf(nameless, lsass('a'), read(device))).toBe('a');
    expect(keyOf(lsass('a'), nameless, read(device))).toBe('a');
  });
});

it('returns the same events where nothing is to resolve', () => {
  const events = [started(guid('a'), 1), acted(guid('a'), 2), acted(weak(8), 3)];
  const after = resolveProcessIdentity(events);
  expect(after.map((event, place) => event === events[place])).toEqual([true, true, true]);
});

it('changes no guid, and does not depend on order', () => {
  const process = fc.constantFrom(
    guid('a'),
    guid('b'),
    guid('a', { image: null, user: 'ann' }),
    guid('c', { pid: 8, image: 'c:\\b.exe' }),
    weak(),
    weak(8),
    weak(null),
  );
  const at = fc.integer({ min: 0, max: 12 });
  const event = fc.oneof(
    fc.tuple(process, at).map(([ref, time]) => acted(ref, time)),
    fc.tuple(process, at).map(([ref, time]) => ended(ref, time)),
    fc.tuple(fc.constantFrom(guid('a'), guid('b')), at).map(([ref, time]) => started(ref, time)),
    at.map((time) => logged(time)),
    at.map((time) => read(tool, time)),
  );
  const events = fc
    .array(event, { maxLength: 14 })
    .map((list) => list.map((one, place) => ({ ...one, id: String(place) })))
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  const sorted = (list: readonly Event[]) => [...list].sort((a, b) => Number(a.id) - Number(b.id));
  fc.assert(
    fc.property(events, ([list, shuffled]) => {
      const once = sorted(resolveProcessIdentity(list));
      expect(sorted(resolveProcessIdentity(shuffled))).toEqual(once);
      list.forEach((before, place) => {
        const after = once[place];
        if ('path' in before && !before.process.key.includes('@')) expect(after).toBe(before);
      });
    }),
    { numRuns: 500 },
  );
});

it('takes near-linear time on twenty thousand starts of one pid', () => {
  const starts = Array.from({ length: 20_000 }, (_, i) => started(guid(`g${i}`), i / 1000));
  const acts = Array.from({ length: 20_000 }, (_, i) => acted(weak(), i / 1000));
  const before = Date.now();
  resolveProcessIdentity([...starts, ...acts]);
  expect(Date.now() - before).toBeLessThan(5_000);
});
