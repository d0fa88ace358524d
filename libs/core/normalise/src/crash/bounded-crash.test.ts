import type { Crash } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { boundedCrash } from './bounded-crash.js';

const frame = (name: string) => ({ function: name, file: '/src/a.go', line: 1 });
const goroutine = (id: number, frames = [frame(`main.f${String(id)}`)]) => ({ id, state: 'running', frames });
const crash: Crash = {
  kind: 'map_write_write',
  confirmed: true,
  message: 'concurrent map writes',
  runtime: 'swiss',
  crashing: { goroutine: 1, role: 'writer', ...frame('main.f1') },
  peer: { certainty: 'likely', candidates: [{ goroutine: 900, ...frame('main.f900'), why: 'it writes' }] },
  goroutines: Array.from({ length: 1_000 }, (_, at) => goroutine(at + 1)),
  signature: 'sha256:1',
  complete: true,
  losses: [],
  cannotTell: [],
  notes: [],
  lines: { first: 1, last: 9 },
};

describe('the crash of an event', () => {
  it('keeps 64 goroutines, the parties first, and counts the others', () => {
    const bounded = boundedCrash(crash);
    expect(bounded.crash.goroutines.map(({ id }) => id).slice(0, 3)).toEqual([1, 900, 2]);
    expect(bounded.crash.goroutines).toHaveLength(64);
    expect(bounded.goroutinesBeyond).toBe(1_000 - 64);
  });

  it('keeps the inner frames and those that called the code from outside', () => {
    const frames = Array.from({ length: 200 }, (_, at) => frame(`main.f${String(at)}`));
    const kept =
      boundedCrash({ ...crash, goroutines: [goroutine(1, frames)] }).crash.goroutines[0]?.frames ?? [];
    expect(kept).toHaveLength(50);
    expect([kept[0]?.function, kept.at(-1)?.function]).toEqual(['main.f0', 'main.f199']);
  });

  it('fits into one message of a log, whatever names an attacker writes', () => {
    const frames = Array.from({ length: 100 }, () => frame(`main.${'x'.repeat(100_000)}`));
    const goroutines = Array.from({ length: 100 }, (_, at) => goroutine(at, frames));
    const candidates = Array.from({ length: 1_000 }, () => ({
      goroutine: 1,
      ...frame('f'.repeat(9_000)),
      why: 'w',
    }));
    const bounded = boundedCrash({
      ...crash,
      message: 'm'.repeat(1_000_000),
      peer: { certainty: 'hypothesis', candidates },
      goroutines,
    });
    expect(JSON.stringify(bounded).length).toBeLessThan(900_000);
  });
});
