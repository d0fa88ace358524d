import type { Crash } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { atTheWrite } from './at-the-write.js';

const candidate = (line: number | null, name = 'main.f') => ({
  goroutine: 5,
  function: name,
  file: '/src/a.go',
  line,
  why: 'it was running',
});

function crashWith(certainty: Crash['peer']['certainty'], line: number | null): Crash {
  return {
    kind: 'map_write_write',
    confirmed: true,
    message: null,
    runtime: 'swiss',
    crashing: null,
    peer: { certainty, candidates: [candidate(line), candidate(70, 'main.g')] },
    goroutines: [],
    signature: 'sha256:0',
    complete: true,
    losses: [],
    cannotTell: [],
    notes: [],
    lines: { first: 1, last: 1 },
  };
}

const hypotheses = [20, 10, 30].map((line) => ({ function: 'main.f', file: 'a.go', line, why: 'it writes' }));
const lineOf = (certainty: Crash['peer']['certainty'], line: number | null) =>
  atTheWrite(crashWith(certainty, line), hypotheses).peer.candidates[0];

describe('the line of a likely writer', () => {
  it.each([
    [24, 20],
    [31, 30],
    [9, 10],
    [20, 20],
    [null, null],
  ])('at line %s is the write at %s', (stood, write) => {
    expect(lineOf('likely', stood)?.line).toBe(write);
  });

  it('says where the goroutine stood, where that was elsewhere', () => {
    expect(lineOf('likely', 24)?.why).toBe('it was running; it stood at line 24');
    expect(lineOf('likely', 20)?.why).toBe('it was running');
  });

  it('stays where both parties are certain, and for functions that the source does not name', () => {
    expect(lineOf('certain', 24)?.line).toBe(24);
    expect(atTheWrite(crashWith('likely', 24), hypotheses).peer.candidates[1]).toEqual(
      candidate(70, 'main.g'),
    );
  });
});
