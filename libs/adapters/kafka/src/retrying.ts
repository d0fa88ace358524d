import { setTimeout as sleep } from 'node:timers/promises';
import { mayPass } from './kafka-failure.js';

export const backoffMsFirst = 200;
export const backoffMsMax = 5_000;
/** A broker that was killed is back after some ten seconds; an election takes less. */
const attemptsMax = 10;

/** Doubles with each attempt up to the bound. `attempt` counts from 0. */
export function backoffMs(attempt: number, mostMs = backoffMsMax): number {
  return Math.min(backoffMsFirst * 2 ** Math.min(attempt, 30), mostMs);
}

/**
 * Does the work, and again after a pause while the broker is away: about half a minute in all, then the error of the last attempt. The work may
 * have happened although it failed, so it has to be one that can be repeated.
 */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt + 1 >= attemptsMax || !mayPass(error)) throw error;
      await sleep(backoffMs(attempt));
    }
  }
}
