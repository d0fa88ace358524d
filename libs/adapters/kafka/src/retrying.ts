import { setTimeout as sleep } from 'node:timers/promises';
import { mayPass } from './kafka-failure.js';

export const backoffMsFirst = 200;
export const backoffMsMax = 5_000;
/** A broker that was killed is back after some ten seconds; an election takes less. */
const startedWithinMs = 25_000;

/** Doubles with each attempt up to the bound. `attempt` counts from 0. */
export function backoffMs(attempt: number, mostMs = backoffMsMax): number {
  return Math.min(backoffMsFirst * 2 ** Math.min(attempt, 30), mostMs);
}

/**
 * Does the work, and again after a pause while the broker is away, then the error of the last attempt: after about half a minute. No attempt begins later than 25 s after the
 * first, and the driver takes 14 s (to connect) to 34 s (to send) for one whose connections are refused. The work may have happened although it failed, so it has to be one
 * that can be repeated.
 */
export async function retrying<T>(work: () => Promise<T>, withinMs = startedWithinMs): Promise<T> {
  const deadlineMs = performance.now() + withinMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const pauseMs = backoffMs(attempt);
      if (performance.now() + pauseMs > deadlineMs || !mayPass(error)) throw error;
      await sleep(pauseMs);
    }
  }
}
