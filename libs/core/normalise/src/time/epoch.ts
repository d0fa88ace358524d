import { isTimeInRange } from './time-range.js';

const epochDigits = /^(\d{1,19})(?:\.(\d{1,9}))?$/;

/** Epoch seconds, whole or fractional (RFC 7519 NumericDate), to whole microseconds; null when out of range. */
export function secondsToUs(seconds: number): number | null {
  return inRange(Math.round(seconds * 1e6));
}

/** Epoch milliseconds to whole microseconds; null when out of range. */
export function millisecondsToUs(milliseconds: number): number | null {
  return inRange(Math.round(milliseconds * 1e3));
}

/** An epoch of unknown unit: its size tells seconds, milliseconds, microseconds and nanoseconds apart from 1973 on. */
export function epochToUs(epoch: number): number | null {
  if (epoch < 1e11) return secondsToUs(epoch);
  if (epoch < 1e14) return millisecondsToUs(epoch);
  return inRange(Math.round(epoch < 1e17 ? epoch : epoch / 1e3));
}

/** The same over digits; nanoseconds, which no double holds, are cut to microseconds as text. */
export function epochTextToUs(text: string): number | null {
  const match = epochDigits.exec(text);
  const whole = match?.[1];
  if (whole === undefined) return null;
  if (whole.length > 16) return inRange(Number(whole.slice(0, -3)));
  const decimals = match?.[2] ?? '';
  if (whole.length > 11) return epochToUs(Number(decimals === '' ? whole : `${whole}.${decimals}`));
  return inRange(Number(whole) * 1e6 + Number(decimals.padEnd(6, '0').slice(0, 6)));
}

function inRange(atUs: number): number | null {
  return isTimeInRange(atUs) ? atUs : null;
}
