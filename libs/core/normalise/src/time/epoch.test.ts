import { describe, expect, it } from 'vitest';
import { millisecondsToUs, secondsToUs } from './epoch.js';

describe('epochs of a known unit', () => {
  it('become whole microseconds', () => {
    expect(secondsToUs(1772981037)).toBe(1772981037000000);
    expect(secondsToUs(1772981037.25)).toBe(1772981037250000);
    expect(millisecondsToUs(1772981037725)).toBe(1772981037725000);
  });

  it.each([-1, Infinity, -Infinity, NaN, 1e300, 7_258_118_400])('of %s seconds are null', (seconds) => {
    expect(secondsToUs(seconds)).toBeNull();
    expect(millisecondsToUs(seconds * 1000)).toBeNull();
  });
});
