import { describe, expect, it } from 'vitest';
import { backoffMs, backoffMsFirst, backoffMsMax, retrying } from './retrying.js';

class Away extends Error {
  override readonly name = 'KafkaJSConnectionError';
}

/** Fails so often, then succeeds. Counts how often it was done. */
function failing(times: number, error: Error) {
  const counted = { attempts: 0, work: () => Promise.resolve('done') };
  counted.work = () => {
    counted.attempts++;
    return counted.attempts > times ? Promise.resolve('done') : Promise.reject(error);
  };
  return counted;
}

describe('retrying', () => {
  it('does the work again while the broker is away', async () => {
    const { work } = failing(2, new Away());
    expect(await retrying(work)).toBe('done');
  });

  it('does not begin again when the time is over, and gives the error of the last attempt', async () => {
    const error = new Away();
    const late = failing(1, error);
    await expect(retrying(late.work, 0)).rejects.toBe(error);
    expect(late.attempts).toBe(1);
  });

  it('counts the time that the work takes, not the attempts', async () => {
    const slow = { attempts: 0 };
    const work = async () => {
      slow.attempts++;
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Away();
    };
    await expect(retrying(work, backoffMsFirst + 20)).rejects.toBeInstanceOf(Away);
    expect(slow.attempts).toBe(1);
  });

  it('does not repeat what waiting does not cure', async () => {
    const broken = failing(1, new TypeError('a defect'));
    await expect(retrying(broken.work)).rejects.toThrow('a defect');
    expect(broken.attempts).toBe(1);
  });

  it('pauses longer each time, up to a bound', () => {
    expect([0, 1, 2].map((attempt) => backoffMs(attempt))).toEqual([200, 400, 800]);
    expect(backoffMs(1_000)).toBe(backoffMsMax);
    expect(backoffMs(1_000, 30_000)).toBe(30_000);
  });
});
