import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type GoSourceIndex, rankBySource } from '@faultline/crash';
import type { Crash } from '@faultline/model';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGoSource } from './open-go-source.js';

const { signal } = new AbortController();
let folder = '';
let source: GoSourceIndex;

/** A service with more maps, and more writers, than the one that died. */
const files: Readonly<Record<string, string>> = {
  'go.mod': 'module example.com/shop\n\ngo 1.21\n',
  'cmd/shop/main.go': `package main

import (
	"net/http"

	"example.com/shop/internal/cart"
)

var hits = map[string]int{}

func count(w http.ResponseWriter, r *http.Request) {
	hits[r.URL.Path]++
}

func main() {
	store := cart.New()
	store.Seed("demo")
	go store.Sweep()
	http.HandleFunc("/count", count)
	http.HandleFunc("/add", func(w http.ResponseWriter, r *http.Request) {
		store.Add(r.URL.Path, 1)
	})
	http.ListenAndServe(":8080", nil)
}
`,
  'internal/cart/store.go': `package cart

import "sync"

type Store struct {
	mu     sync.RWMutex
	items  map[string]int
	prices map[string]int
	seen   map[string]bool
}

func New() *Store {
	s := &Store{items: map[string]int{}, prices: map[string]int{}}
	s.items["first"] = 1
	return s
}

func (s *Store) Price(name string, price int) {
	s.prices[name] = price
}

func (s *Store) Add(name string, count int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.addLocked(name, count)
}

func (s *Store) addLocked(name string, count int) {
	s.items[name] += count
}

func (s *Store) Get(name string) int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.items[name]
}
`,
  'internal/cart/sweep.go': `package cart

import "time"

// Sweep forgets what is empty.
func (s *Store) Sweep() {
	for {
		time.Sleep(time.Second)
		items := s.items
		for name, count := range items {
			if count == 0 {
				delete(items, name)
			}
		}
	}
}

func (s *Store) Seed(name string) {
	s.mu.RLock()
	s.items[name] = 0
	s.mu.RUnlock()
}
`,
  'internal/cart/store_test.go': `package cart

func fill(s *Store) { s.items["test"] = 1 }
`,
  'internal/cart/testdata/other.go': 'package broken {{{',
  'internal/broken.go': 'package internal\n\nfunc ok() { m := map[int]int{}; m[1] = 2 }\nfunc broken( {{{ \n',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-go-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await symlink('/', join(folder, 'everything'));
  source = await openGoSource(folder, { signal });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function crashAt(place: Partial<NonNullable<Crash['crashing']>>): Crash {
  const crashing = {
    goroutine: 20,
    role: 'reader' as const,
    function: 'example.com/shop/internal/cart.(*Store).Get',
    file: '/home/ci/build/shop/internal/cart/store.go',
    line: 36,
    ...place,
  };
  return {
    kind: 'map_read_write',
    confirmed: true,
    message: 'concurrent map read and map write',
    runtime: 'swiss',
    crashing,
    peer: { certainty: 'cannot-be-told', candidates: [] },
    goroutines: [],
    signature: 'sha256:0',
    complete: true,
    losses: [],
    cannotTell: [],
    notes: [],
    lines: { first: 1, last: 9 },
  };
}

const rankedAt = (place: Partial<NonNullable<Crash['crashing']>>, index = source) =>
  rankBySource(crashAt(place), index);

describe('a folder of Go sources', () => {
  it('is read below its root only, with the import paths of its module', () => {
    expect(source.files.map(({ path }) => path)).toEqual([
      'cmd/shop/main.go',
      'internal/broken.go',
      'internal/cart/store.go',
      'internal/cart/store_test.go',
      'internal/cart/sweep.go',
    ]);
    expect(source.files.map(({ importPath }) => importPath)).toContain('example.com/shop/internal/cart');
    expect(source.leftOut).toEqual([]);
  });

  it('gives what can be understood of a broken file', () => {
    const broken = source.files.find(({ path }) => path === 'internal/broken.go');
    expect(broken?.isBroken).toBe(true);
    expect(broken?.functions.find(({ name }) => name === 'ok')?.accesses).toMatchObject([
      { operation: 'write', line: 3 },
    ]);
  });

  it('is no file, and nothing that is not there', async () => {
    await expect(openGoSource(join(folder, 'go.mod'), { signal })).rejects.toMatchObject({
      code: 'FL_USAGE',
    });
    await expect(openGoSource(join(folder, 'none'), { signal })).rejects.toMatchObject({ code: 'FL_USAGE' });
  });

  it('is left when it is told to, or takes too long', async () => {
    await expect(openGoSource(folder, { signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    const { files: read, leftOut } = await openGoSource(folder, { signal, timeMaxMs: -1 });
    expect([read, leftOut]).toEqual([[], [expect.stringContaining('took too long')]]);
  });

  it('never throws, whatever stands in a file', async () => {
    const words = fc.constantFrom(
      'func',
      'f',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '=',
      ':=',
      'm',
      '.',
      'go',
      'map',
      '\n',
      ',',
      '"',
      '\0',
      '\ud800',
    );
    const other = await mkdtemp(join(tmpdir(), 'faultline-go-'));
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 80 }), async (text) => {
        await writeFile(join(other, 'a.go'), `package a\nfunc f() { ${text.join(' ')}`);
        const index = await openGoSource(other, { signal });
        expect(index.files).toHaveLength(1);
        rankedAt({ function: 'a.f', file: 'a.go', line: 2 }, index);
      }),
      { numRuns: 40 },
    );
    await writeFile(
      join(other, 'a.go'),
      `package a\nfunc f() { x = ${'('.repeat(50_000)}m[1]${')'.repeat(50_000)} }`,
    );
    await writeFile(
      join(other, 'b.go'),
      `package a\nfunc g() { ${'{'.repeat(20_000)} m[1] = 2 ${'}'.repeat(20_000)} }`,
    );
    await writeFile(join(other, 'c.go'), `package a\nvar x = m${'[0]'.repeat(20_000)}`);
    expect((await openGoSource(other, { signal })).files).toHaveLength(3);
    await rm(other, { recursive: true });
  }, 60_000);
});

describe('writers of the map that a program died of', () => {
  it('are ranked by the locks that are missing, and only those of this map', () => {
    const { crash, facts } = rankedAt({});
    const found = crash.peer.candidates.map(({ function: name, why }) => [
      name.slice(name.lastIndexOf('/') + 1),
      why,
    ]);
    expect(found).toEqual([
      [
        'cart.(*Store).Sweep',
        expect.stringMatching(
          /deletes from items without s\.mu, which 3 of 5 other accesses hold; runs in a goroutine started at cmd\/shop\/main\.go:18/,
        ),
      ],
      ['cart.(*Store).Seed', expect.stringContaining('under s.mu.RLock, which keeps no other holder')],
      ['cart.New', expect.stringContaining('before the map is shared')],
      ['cart.(*Store).addLocked', expect.stringContaining('under s.mu, as the place that died')],
    ]);
    expect(crash.peer.certainty).toBe('hypothesis');
    expect(crash.notes).toEqual([expect.stringContaining('the map is s.items')]);
    expect(facts).toEqual({ crashing: 'read-lock', peer: 'none', locksDiffer: false });
  });

  it.each([
    ['a trimmed path', { file: 'example.com/shop/internal/cart/store.go' }],
    ['a path of Windows', { file: 'C:/Users/ci/shop/internal/cart/store.go' }],
    ['the module cache', { file: '/root/go/pkg/mod/example.com/shop@v1.2.3/internal/cart/store.go' }],
    ['a vendor folder', { file: '/src/other/vendor/example.com/shop/internal/cart/store.go' }],
    ['lines that moved', { line: 21 }],
    ['a lost file row', { file: null, line: null }],
  ])('are found by %s', (_, place) => {
    expect(rankedAt(place).crash.peer.candidates).toEqual(rankedAt({}).crash.peer.candidates);
  });

  it('are not guessed where the place is not in the source', () => {
    for (const place of [
      { file: '/src/other/elsewhere.go', function: 'other.Get' },
      { function: 'example.com/shop/internal/cart.(*Store).Get', line: 200 },
    ]) {
      const { crash } = rankedAt(place);
      expect(crash.peer).toEqual({ certainty: 'cannot-be-told', candidates: [] });
      expect(crash.notes).toEqual([expect.stringContaining('not in the source')]);
    }
  });

  it('never make anything certain, and change nothing that is', () => {
    const certain = { ...crashAt({}), peer: { certainty: 'certain' as const, candidates: [] } };
    expect(rankBySource(certain, source).crash.peer).toEqual({ certainty: 'certain', candidates: [] });
    const panic = { ...crashAt({}), kind: 'panic' as const };
    expect(rankBySource(panic, source).crash).toEqual(panic);
  });
});
