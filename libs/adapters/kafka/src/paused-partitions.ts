import { placeName } from './committed-notes.js';
import { backoffMs } from './retrying.js';

/** Long enough to leave a broken database alone, short enough that nobody waits for the end of an outage. */
const pauseMsMax = 30_000;

interface Pausing {
  pause(topics: { topic: string; partitions: number[] }[]): void;
  resume(topics: { topic: string; partitions: number[] }[]): void;
}

/** Partitions whose batch failed: each rests, longer with every failure in a row, and then gets the same batch again. */
export class PausedPartitions {
  private readonly failures = new Map<string, number>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(private readonly consumer: Pausing) {}

  /** Returns for how long. */
  pause(topic: string, partition: number): number {
    const place = placeName(topic, partition);
    const failures = this.failures.get(place) ?? 0;
    this.failures.set(place, failures + 1);
    const waitMs = backoffMs(failures, pauseMsMax);
    const which = [{ topic, partitions: [partition] }];
    this.consumer.pause(which);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.consumer.resume(which);
    }, waitMs);
    this.timers.add(timer);
    return waitMs;
  }

  succeeded(topic: string, partition: number): void {
    this.failures.delete(placeName(topic, partition));
  }

  /** Nothing is resumed any more. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
