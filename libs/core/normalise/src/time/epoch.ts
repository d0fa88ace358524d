/** 2200-01-01T00:00:00Z. Later times, and times before 1970, are broken clocks or forged claims, and would blow up every window. */
const rangeEndUs = 7_258_118_400_000_000;

/** Epoch seconds, whole or fractional (RFC 7519 NumericDate), to whole microseconds; null when out of range. */
export function secondsToUs(seconds: number): number | null {
  return inRange(Math.round(seconds * 1e6));
}

/** Epoch milliseconds to whole microseconds; null when out of range. */
export function millisecondsToUs(milliseconds: number): number | null {
  return inRange(Math.round(milliseconds * 1e3));
}

function inRange(atUs: number): number | null {
  return atUs >= 0 && atUs < rangeEndUs ? atUs : null;
}
