/** 2200-01-01T00:00:00Z. Later times, and times before 1970, are broken clocks or forged claims, and would blow up every window. */
const RANGE_END_US = 7_258_118_400_000_000;

/** A time in microseconds that may enter an event: whole, from 1970 up to 2200. */
export function isTimeInRange(atUs: number): boolean {
  return Number.isSafeInteger(atUs) && atUs >= 0 && atUs < RANGE_END_US;
}
