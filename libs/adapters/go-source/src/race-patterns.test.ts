import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rankBySource, type RankedBySource } from '@faultline/crash';
import type { Crash } from '@faultline/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGoSource } from './open-go-source.js';

type Role = NonNullable<Crash['crashing']>['role'];

/** [what, function that died, its role, body of package main]: `// died` stands at the line that died, `// 1`, `// 2` at writers in their rank. */
const patterns: readonly (readonly [string, string, Role, string])[] = [
  [
    'a variable of the package, guarded in one place only',
    'main.lookup',
    'reader',
    `var mu sync.Mutex
var cache = map[string]int{}
var other = map[string]int{}
func lookup(k string) int { mu.Lock(); defer mu.Unlock()
	return cache[k] // died
}
func store(k string) { mu.Lock(); cache[k] = 1; mu.Unlock() } // 3
func reset() {
	mu.Lock()
	mu.Unlock()
	clear(cache) // 2
}
func unrelated() { other["x"] = 1 }
func main() {
	go func() {
		cache["x"]++ // 1
	}()
	lookup("a")
}`,
  ],
  [
    'a map that is handed to goroutines as an argument',
    'main.main',
    'reader',
    `func fill(m map[int]int, from int) {
	for i := from; ; i++ {
		m[i] = i // 1
	}
}
func leave(m map[int]int) { m[0] = 0 }
func main() {
	shared, own := make(map[int]int), map[int]int{}
	leave(own)
	go fill(shared, 1)
	for {
		_ = shared[3] // died
	}
}`,
  ],
  [
    'a field of an embedded struct, under the lock of the outer one',
    'main.(*Server).Names',
    'iterator',
    `type Registry struct { names map[string]bool }
type Server struct { sync.RWMutex; Registry }
func (s *Server) Names() (all []string) {
	s.RLock()
	defer s.RUnlock()
	for name := range s.names { // died
		all = append(all, name)
	}
	return all
}
func (r *Registry) Join(name string) {
	r.names[name] = true // 1
}
func (s *Server) Leave(name string) {
	s.Lock()
	defer s.Unlock()
	delete(s.names, name) // 2
}
func main() { s := &Server{}; go s.Join("a"); s.Names() }`,
  ],
  [
    'the inner map of a map, handed out from under the lock',
    'main.(*Users).Touch',
    'writer',
    `type Users struct { mu sync.Mutex; devices map[string]map[string]int }
func (u *Users) of(name string) map[string]int {
	u.mu.Lock()
	defer u.mu.Unlock()
	if u.devices[name] == nil { u.devices[name] = map[string]int{} }
	return u.devices[name]
}
func (u *Users) Touch(name, device string) {
	mine := u.of(name)
	mine[device]++ // died 1
}
func (u *Users) Drop(name string) { u.mu.Lock(); delete(u.devices, name); u.mu.Unlock() }
func main() { u := &Users{}; for { go u.Touch("a", "b") } }`,
  ],
  [
    'a lock that every call copies',
    'main.Counter.Add',
    'writer',
    `type Counter struct { mu sync.Mutex; counts map[string]int }
func (c Counter) Add(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counts[k]++ // died 1
}
func main() { c := Counter{counts: map[string]int{}}; for { go c.Add("x") } }`,
  ],
  [
    'an early return that unlocks, and a write behind the unlock',
    'main.(*Pool).Get',
    'reader',
    `type Pool struct { mu sync.Mutex; free map[int]bool }
func (p *Pool) Get(i int) bool {
	p.mu.Lock()
	if !p.free[i] { // died
		p.mu.Unlock()
		return false
	}
	p.free[i] = false // 2
	p.mu.Unlock()
	return true
}
func (p *Pool) Put(i int) {
	p.mu.Lock()
	p.mu.Unlock()
	p.free[i] = true // 1
}
func main() { p := &Pool{}; go p.Put(1); p.Get(1) }`,
  ],
  [
    'a header that all requests share',
    'main.handle',
    'reader',
    `var shared = http.Header{}
func handle(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(shared.Get("x"))) // died
}
func again(w http.ResponseWriter, r *http.Request) {
	shared.Set("x", r.URL.Path) // 1
}
func main() { shared.Add("x", "y"); http.HandleFunc("/", handle); http.HandleFunc("/again", again) }`,
  ],
  [
    'a struct that an encoder walks',
    'main.(*Page).Render',
    'iterator',
    `type Meta struct { tags map[string]string }
type Page struct { title string; meta *Meta; hits map[string]int }
func (p *Page) Render() ([]byte, error) {
	return json.Marshal(p) // died
}
func (m *Meta) Tag(k string) {
	m.tags[k] = "" // 1
}
func main() { p := &Page{meta: &Meta{}}; go p.meta.Tag("x"); p.Render() }`,
  ],
  [
    'shadowed names and a slice of the same look',
    'main.work',
    'writer',
    `func work(seen map[string]int) {
	rows := []int{1}
	rows[0] = 2
	{
		seen := map[string]int{}
		seen["inner"] = 1
	}
	seen["outer"] = 1 // died 1
}
func main() { m := map[string]int{}; go work(m); work(m) }`,
  ],
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-patterns-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const head = 'package main\n\nimport (\n\t"encoding/json"\n\t"net/http"\n\t"sync"\n)\n';
const markedLine = (text: string, mark: RegExp): number =>
  text.split('\n').findIndex((line) => mark.test(/\/\/ (?<marks>.*)$/.exec(line)?.groups?.['marks'] ?? '')) +
  1;

async function ranked(name: string, role: Role, text: string): Promise<RankedBySource> {
  await writeFile(join(folder, 'main.go'), text);
  const place = { function: name, file: '/src/main.go', line: markedLine(text, /died/) };
  return rankBySource(
    {
      kind:
        role === 'writer' ? 'map_write_write' : role === 'iterator' ? 'map_iterate_write' : 'map_read_write',
      confirmed: true,
      message: null,
      runtime: 'swiss',
      crashing: { goroutine: 1, role, ...place },
      peer: { certainty: 'cannot-be-told', candidates: [] },
      goroutines: [],
      signature: 'sha256:0',
      complete: true,
      losses: [],
      cannotTell: [],
      notes: [],
      lines: { first: 1, last: 1 },
    },
    await openGoSource(folder, { signal: new AbortController().signal }),
  );
}

describe('writers by the source', () => {
  it.each(patterns)('%s', async (_, name, role, body) => {
    const text = head + body;
    const { crash } = await ranked(name, role, text);
    const marked = [/1/, /2/, /3/].map((mark) => markedLine(text, mark)).filter((line) => line > 0);
    const found = crash.peer.candidates.map(({ line }) => line);
    expect(found.slice(0, marked.length)).toEqual(marked);
  });

  it('say that a lock is a copy, and which locks differ', async () => {
    const [, name, role, body] = patterns.find(([what]) => what.includes('copies')) ??
      patterns[0] ?? ['', '', 'writer', ''];
    const { crash, facts } = await ranked(name, role, head + body);
    expect(crash.peer.candidates[0]?.why).toContain('the value receiver of the method copies c.mu');
    expect(facts).toEqual({ crashing: 'lock', peer: 'lock', locksDiffer: true });
  });

  it('leave maps alone that only look the same', async () => {
    const text = `${head}${patterns.find(([what]) => what.includes('shadowed'))?.[3] ?? ''}`;
    const { crash } = await ranked('main.work', 'writer', text);
    expect(crash.peer.candidates).toHaveLength(1);
  });
});
