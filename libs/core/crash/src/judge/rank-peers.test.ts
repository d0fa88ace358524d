import { describe, expect, test } from 'vitest';
import { deathOf } from './death.js';
import { rankPeers, type Peer } from './rank-peers.js';
import type { FatalDump } from '../dump.js';
import { fatalDump, frame, goroutine, swissCheck } from './testing/dumps.js';

const readWrite = 'concurrent map read and map write';
const writes = 'concurrent map writes';
const get = frame('main.(*Cache).Get', '/srv/shop/cache.go:11', '0x1c0de0aa1000, 0x1');
const put = frame('main.(*Cache).Put', '/srv/shop/cache.go:18', '0x1c0de0aa1000?, 0x1');
const elsewhere = frame('main.render', '/srv/shop/page.go:7');
const at = (line: number): { createdBy: ReturnType<typeof goroutine>['createdBy'] } => ({
  createdBy: { ...frame('main.main', `/srv/shop/main.go:${line}`), goroutine: 1 },
});

function peerOf(dump: FatalDump, confirmed = true): Peer {
  const death = deathOf(dump);
  if (death === null) throw new RangeError('the dump tells of no death');
  return rankPeers(dump, death, confirmed);
}
const functions = ({ candidates }: Peer): readonly string[] =>
  candidates.map((candidate) => candidate.function);

describe('the other party of a map fatal', () => {
  test('cannot be told from one goroutine', () => {
    expect(peerOf(fatalDump(readWrite, [goroutine(5, 'running', [swissCheck, get])]))).toEqual({
      certainty: 'cannot-be-told',
      candidates: [],
    });
  });

  test('is likely the goroutine in another method of the same type, and the last one reads as the victim did', () => {
    const peer = peerOf(
      fatalDump(readWrite, [
        goroutine(5, 'running', [swissCheck, get], at(30)),
        goroutine(6, 'runnable', [get], at(30)),
        goroutine(7, 'runnable', [put], at(31)),
        goroutine(8, 'runnable', [elsewhere], at(32)),
      ]),
    );
    expect(peer.certainty).toBe('likely');
    expect(functions(peer)).toEqual(['main.(*Cache).Put', 'main.render', 'main.(*Cache).Get']);
    expect(peer.candidates[0]).toMatchObject({ goroutine: 7, role: 'writer', line: 18 });
    expect(peer.candidates[0]?.why).toContain('another method of main.(*Cache)');
  });

  test('is no goroutine that waits, was never started, or belongs to the runtime', () => {
    const peer = peerOf(
      fatalDump(writes, [
        goroutine(5, 'running', [swissCheck, put]),
        goroutine(1, 'chan receive', [frame('main.main')]),
        goroutine(6, 'runnable', [
          frame('main.main.gowrap1', '/srv/shop/main.go:90'),
          frame('runtime.goexit', '/usr/local/go/src/runtime/asm_amd64.s:1700'),
        ]),
        goroutine(7, 'runnable', [
          frame('main.main.func1', '/srv/shop/main.go:90'),
          frame('runtime.goexit', '/usr/local/go/src/runtime/asm_amd64.s:1594'),
        ]),
        goroutine(2, 'runnable', [frame('runtime.bgsweep', '/usr/local/go/src/runtime/mgcsweep.go:3')], {
          createdBy: { ...frame('runtime.gcenable'), goroutine: 1 },
        }),
      ]),
    );
    expect(peer.certainty).toBe('cannot-be-told');
  });

  test('waiting in the same code counts only where nothing else is there, and is a hypothesis', () => {
    const waiting = goroutine(6, 'sync.Mutex.Lock', [
      frame('sync.(*Mutex).Lock', '/usr/local/go/src/sync/mutex.go:9'),
      put,
    ]);
    const dump = fatalDump(readWrite, [goroutine(5, 'running', [swissCheck, get]), waiting]);
    expect(peerOf(dump)).toMatchObject({ certainty: 'hypothesis', candidates: [{ goroutine: 6 }] });
    expect(
      functions(peerOf({ ...dump, goroutines: [...dump.goroutines, goroutine(8, 'runnable', [elsewhere])] })),
    ).toEqual(['main.render']);
  });

  test('is stronger in a write to the same map, and excluded in another one', () => {
    const inMap = (pointer: string): ReturnType<typeof frame> =>
      frame(
        'runtime.mapassign_faststr',
        '/usr/local/go/src/runtime/map_faststr.go:203',
        `0x46f620, ${pointer}, {0x4, 0x1}`,
      );
    const fatal = frame('runtime.fatal', '/usr/local/go/src/runtime/panic.go:1088', '{0x47bf0f, 0x15}');
    const victim = goroutine(5, 'running', [fatal, inMap('0xc000086000'), put]);
    const same = goroutine(6, 'runnable', [inMap('0xc000086000'), elsewhere]);
    const other = goroutine(7, 'runnable', [inMap('0xc0000ff000'), elsewhere]);
    const peer = peerOf(fatalDump(writes, [victim, other, same]));
    expect(peer.certainty).toBe('likely');
    expect(peer.candidates.map(({ goroutine: id }) => id)).toEqual([6]);
  });

  test('one that was stopped in the caller or in a callee of the writing function is placed at that function', () => {
    const loop = frame('main.loop', '/srv/shop/main.go:40');
    const victim = goroutine(5, 'running', [swissCheck, put, loop]);
    const inCaller = peerOf(fatalDump(writes, [victim, goroutine(6, 'runnable', [loop])]));
    expect(functions(inCaller)).toEqual(['main.(*Cache).Put', 'main.loop']);
    expect(inCaller.candidates[0]?.why).toContain('it stood in main.loop, line 40');
    const inCallee = peerOf(fatalDump(writes, [victim, goroutine(6, 'runnable', [elsewhere, put, loop])]));
    expect(functions(inCallee)).toEqual(['main.(*Cache).Put', 'main.render']);
  });

  test('one that ran on another thread is guessed by its twin and never more than a hypothesis', () => {
    const away = goroutine(6, 'running', [], { stackUnavailable: true });
    const peer = peerOf(
      fatalDump(writes, [goroutine(5, 'running', [put]), goroutine(1, 'select', [frame('main.main')]), away]),
    );
    expect(peer).toMatchObject({
      certainty: 'hypothesis',
      candidates: [{ goroutine: 6, function: 'main.(*Cache).Put', line: null }],
    });
  });

  test('keeps to twenty candidates of a thousand', () => {
    const crowd = Array.from({ length: 1_000 }, (_, id) => goroutine(id + 10, 'runnable', [elsewhere]));
    expect(
      peerOf(fatalDump(writes, [goroutine(5, 'running', [swissCheck, put]), ...crowd])).candidates,
    ).toHaveLength(20);
  });
});

describe('a double crash', () => {
  const first = goroutine(17, 'running', [get]);
  const main = goroutine(1, 'select', [frame('main.main')]);
  const away = goroutine(18, 'running', [], { stackUnavailable: true });
  const second = goroutine(18, 'running', [put]);
  const dying = (...messages: readonly string[]): FatalDump =>
    fatalDump(null, [first, main, away, second], {
      fatals: messages.map((message, line) => ({ message, column: 0, line })),
    });

  test('of two that wrote is certain, if the dump is confirmed', () => {
    expect(peerOf(dying(writes, writes))).toMatchObject({
      certainty: 'certain',
      candidates: [{ goroutine: 18, role: 'writer', function: 'main.(*Cache).Put' }],
    });
    expect(peerOf(dying(writes, writes), false).certainty).not.toBe('certain');
  });

  test('of a reader and a writer is certain, and who did what is not', () => {
    expect(peerOf(dying(readWrite, writes))).toMatchObject({
      certainty: 'certain',
      candidates: [{ goroutine: 18, role: 'unknown' }],
    });
  });

  test('of two readers names neither: the writer is a third', () => {
    const peer = peerOf(dying(readWrite, readWrite));
    expect(peer.certainty).not.toBe('certain');
    expect(peer.candidates.map(({ goroutine: id }) => id)).not.toContain(18);
  });

  test('with one message is likely', () => {
    expect(peerOf(dying(writes)).certainty).toBe('likely');
  });
});
