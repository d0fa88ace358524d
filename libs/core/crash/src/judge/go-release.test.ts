import { describe, expect, test } from 'vitest';
import { describeRelease, goRelease } from './go-release.js';
import { mapRuntime } from './map-runtime.js';
import { fatalDump, frame, goroutine, swissCheck } from './testing/dumps.js';

const writes = 'concurrent map writes';
const own = frame('main.put');
const main = goroutine(1, 'select (no cases)', [frame('main.main')]);
const release = (dump: ReturnType<typeof fatalDump>): string | undefined => describeRelease(goRelease(dump));

describe('the release of Go by the form of a dump', () => {
  test('is read from the path of the standard library', () => {
    const inPath = (path: string): string | undefined =>
      release(
        fatalDump(writes, [
          goroutine(5, 'running', [frame('runtime.fatal', `${path}/src/runtime/panic.go:1`), own]),
        ]),
      );
    expect(inPath('/usr/local/go1.23.5')).toBe('1.23.5');
    expect(inPath('/root/pkg/mod/golang.org/toolchain@v0.0.1-go1.22.12.linux-amd64')).toBe('1.22.12');
    expect(inPath('/opt/homebrew/Cellar/go/1.21.3/libexec')).toBe('1.21.3');
    expect(inPath('/hostedtoolcache/go/1.24.1/x64')).toBe('1.24.1');
  });

  test('a path of the program does not count', () => {
    const elsewhere = frame('main.put', '/srv/go1.12.1/src/shop/main.go:3');
    expect(release(fatalDump(writes, [goroutine(5, 'running', [swissCheck, elsewhere])]))).toBe('1.26');
  });

  test('hidden frames are 1.19 to 1.23, and the creator’s number makes it 1.21', () => {
    const without = goroutine(5, 'running', [own], { createdBy: { ...frame('main.main'), goroutine: null } });
    expect(release(fatalDump(writes, [without, main]))).toBe('1.19-1.20');
    expect(release(fatalDump(writes, [goroutine(5, 'running', [own]), main]))).toBe('1.21-1.23');
  });

  test('the line of the check is that of one minor release, and a new line still is 1.24 or newer', () => {
    expect(release(fatalDump(writes, [goroutine(5, 'running', [{ ...swissCheck, line: 1058 }, own])]))).toBe(
      '1.24',
    );
    expect(release(fatalDump(writes, [goroutine(5, 'running', [{ ...swissCheck, line: 1300 }, own])]))).toBe(
      '1.24+',
    );
  });

  test('throw above a map function is 1.18 or older', () => {
    const thrown = [frame('runtime.throw'), frame('runtime.mapassign'), own];
    const old = goroutine(5, 'running', thrown, { createdBy: { ...frame('main.main'), goroutine: null } });
    expect(release(fatalDump(writes, [old]))).toBe('1.13-1.18');
  });

  test('nothing is said where nothing tells', () => {
    expect(release(fatalDump('all goroutines are asleep - deadlock!', [main]))).toBeUndefined();
  });
});

describe('the runtime’s sort of map', () => {
  const sort = (dump: ReturnType<typeof fatalDump>): string => mapRuntime(dump, goRelease(dump));

  test('is never guessed for a death that has nothing to do with maps', () => {
    expect(sort(fatalDump('stack overflow', [goroutine(1, 'running', [own])]))).toBe('unknown');
  });

  test('is classic where the check is hidden and Swiss where it is shown', () => {
    expect(sort(fatalDump(writes, [goroutine(5, 'running', [own]), main]))).toBe('classic');
    expect(sort(fatalDump(writes, [goroutine(5, 'running', [swissCheck, own])]))).toBe('swiss');
  });

  test('tells runtime/map.go of 1.26, which only links to Swiss maps, from the classic file', () => {
    const at = (line: number): string =>
      sort(
        fatalDump('x', [
          goroutine(1, 'running', [frame('runtime.mapassign', `runtime/map.go:${line}`), own]),
        ]),
      );
    expect(at(124)).toBe('unknown');
    expect(at(578)).toBe('classic');
  });
});
