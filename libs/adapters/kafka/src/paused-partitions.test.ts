import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PausedPartitions } from './paused-partitions.js';

describe('PausedPartitions', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watched() {
    const calls: string[] = [];
    const paused = new PausedPartitions({
      pause: ([which]) => calls.push(`pause ${which?.partitions[0]}`),
      resume: ([which]) => calls.push(`resume ${which?.partitions[0]}`),
    });
    return { calls, paused };
  }

  it('rests a partition longer with every failure, up to half a minute', () => {
    const { paused } = watched();
    const waits = Array.from({ length: 12 }, () => paused.pause('t', 0));
    expect(waits).toEqual([200, 400, 800, 1600, 3200, 6400, 12800, 25600, 30000, 30000, 30000, 30000]);
    expect(paused.pause('t', 1)).toBe(200);
    paused.succeeded('t', 0);
    expect(paused.pause('t', 0)).toBe(200);
    paused.stop();
  });

  it('resumes what has rested, and nothing after the stop', () => {
    const { calls, paused } = watched();
    paused.pause('t', 3);
    vi.advanceTimersByTime(200);
    paused.pause('t', 3);
    paused.stop();
    vi.advanceTimersByTime(60_000);
    expect(calls).toEqual(['pause 3', 'resume 3', 'pause 3']);
  });
});
