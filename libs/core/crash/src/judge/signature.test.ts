import { describe, expect, test } from 'vitest';
import type { DumpFrame } from '../dump.js';
import { crashSignature, ownPath, type CrashSide } from './signature.js';
import { digest, frame, swissCheck } from './testing/dumps.js';

const starter = frame('main.main', '/srv/shop/main.go:90');
const side = (...frames: readonly DumpFrame[]): CrashSide => ({ role: 'writer', frames, createdBy: starter });
const path = (...frames: readonly DumpFrame[]): readonly string[] => ownPath(side(...frames));
const signature = (one: CrashSide, ...more: readonly CrashSide[]): string =>
  crashSignature('map_write_write', [one, ...more], '', digest);

describe('the functions that a bug is known by', () => {
  test('a method on a pointer owns its map: whoever called it, it is one bug', () => {
    expect(path(swissCheck, frame('main.(*Store).Set'), frame('main.serve'))).toEqual(['main.(*Store).Set']);
  });

  test('a plain function, a method on a value and a generic one may be given the map: the caller counts', () => {
    for (const name of ['main.put', 'main.headers.Set', 'main.(*Index[...]).Set']) {
      expect(signature(side(frame(name), frame('main.a')))).not.toBe(
        signature(side(frame(name), frame('main.b'))),
      );
    }
  });

  test('code of a dependency is known by where the program called it, vendored or not, in every version', () => {
    const caller = frame('shop/cart.(*Cart).Add');
    const vendored = frame(
      'shop/vendor/github.com/a/bag.(*Bag).Put',
      '/srv/shop/vendor/github.com/a/bag/bag.go:7',
    );
    const module = frame('github.com/a/bag/v2.(*Bag).Put', '/go/pkg/mod/github.com/a/bag/v2@v2.3.4/bag.go:9');
    expect(path(vendored, caller)).toEqual(['github.com/a/bag.(*Bag).Put', 'shop/cart.(*Cart).Add']);
    expect(path(module, caller)).toEqual(path(vendored, caller));
  });

  test('wrappers of the go statement count for nothing, in whatever release', () => {
    const put = frame('main.put');
    const expected = path(put);
    expect(path(put, frame('main.main.gowrap1', '/srv/shop/main.go:90'))).toEqual(expected);
    expect(path(put, frame('main.main.func1', '/srv/shop/main.go:90'))).toEqual(expected);
    expect(path(put, frame('main.main.func1', '/srv/shop/main.go:92'))).not.toEqual(expected);
  });

  test('numbers of closures, type arguments, method values and inlining do not show', () => {
    const forms = ['main.start.func1', 'main.start.func2.1', 'main.main.start.func7', 'main.start-range1'];
    expect(new Set(forms.map((name) => path(frame(name)).join())).size).toBe(1);
    expect(path(frame('main.(*Index[go.shape.int,main.T]).Set'))).toEqual(
      path(frame('main.(*Index[...]).Set')),
    );
    expect(path(frame('main.(*Bus).On-fm'))).toEqual(path(frame('main.(*Bus).On')));
  });

  test('the depth of a recursion and what was elided of it do not show', () => {
    const walk = frame('main.walk');
    expect(path(walk, walk, walk)).toEqual(path(walk, walk, frame('main.run')));
    expect(path(frame('main.put'), walk, walk)).toEqual(path(frame('main.put'), walk));
  });

  test('a goroutine that runs the standard library only is known by who started it', () => {
    expect(path(swissCheck, frame('encoding/json.Marshal', 'encoding/json/encode.go:1'))).toEqual([
      'started in main.main',
    ]);
  });
});

describe('a signature', () => {
  const reader: CrashSide = { ...side(frame('main.(*Cache).Get')), role: 'reader' };
  const writer = side(frame('main.(*Cache).Put'));

  test('of a report equals that of the fatal error of its reader, in whatever order the sides come', () => {
    const fatal = crashSignature('map_iterate_write', [{ ...reader, role: 'iterator' }], '', digest);
    expect(crashSignature('race_report', [writer, reader], '', digest)).toBe(fatal);
    expect(crashSignature('race_report_and_fatal', [reader, writer], '', digest)).toBe(fatal);
  });

  test('tells what a closure did, since closures have no names, but not what a function did', () => {
    const closure = side(frame('main.main.func1'));
    expect(signature(closure)).not.toBe(signature({ ...closure, role: 'reader' }));
    expect(signature(writer)).toBe(signature({ ...writer, role: 'reader' }));
  });

  test('differs between families of kinds', () => {
    const kinds = [
      'map_write_write',
      'panic',
      'sigsegv',
      'deadlock',
      'other',
      'race_report_not_map',
    ] as const;
    expect(new Set(kinds.map((kind) => crashSignature(kind, [writer], '', digest))).size).toBe(kinds.length);
  });
});
