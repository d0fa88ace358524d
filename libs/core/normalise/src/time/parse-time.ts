import { epochTextToUs } from './epoch.js';
import { isTimeInRange } from './time-range.js';

const ZERO = 48;
const SECOND_US = 1_000_000;
const DAY_SECONDS = 86_400;
/** Longest text that is a time: date, time, nine decimals, and a zone with seconds. */
const LENGTH_MAX = 48;

/**
 * Microseconds since 1970-01-01T00:00:00Z, or null when the text is no time of the years 1970 to 2200. Reads RFC 3339 with any separator
 * and up to nine decimals (cut, not rounded, to microseconds), the PostgreSQL form `2027-03-10 23:56:05.607321+00`, and digits alone as an
 * epoch in seconds, milliseconds, microseconds or nanoseconds. A time without a zone is UTC. Exact: no floating-point seconds, no `Date`.
 */
export function parseTimeUs(text: string): number | null {
  if (text.length > LENGTH_MAX) return null;
  if (text.charCodeAt(4) !== 45 /* - */) return epochTextToUs(text);
  const daySeconds = readDate(text);
  const clockSeconds = readClock(text);
  if (daySeconds === null || clockSeconds === null) return null;
  const fraction = readFraction(text, 19);
  if (fraction === null) return null;
  const offsetSeconds = readOffset(text, fraction.end);
  if (offsetSeconds === null) return null;
  const atUs = (daySeconds + clockSeconds - offsetSeconds) * SECOND_US + fraction.us;
  return isTimeInRange(atUs) ? atUs : null;
}

/** `YYYY-MM-DD` at the start, as seconds since the epoch. */
function readDate(text: string): number | null {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (year === null || month === null || day === null || text.charCodeAt(7) !== 45 /* - */) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysSinceEpoch(year, month, day) * DAY_SECONDS;
}

/** `THH:MM:SS` behind the date. A leap second (RFC 3339 §5.7) is the first second of the next minute. */
function readClock(text: string): number | null {
  const separator = text.charCodeAt(10) | 32;
  if (separator !== 116 /* t */ && separator !== 32 /* space */) return null;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (hour === null || minute === null || second === null) return null;
  if (text.charCodeAt(13) !== 58 /* : */ || text.charCodeAt(16) !== 58 /* : */) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  return hour * 3600 + minute * 60 + second;
}

/** Decimals behind a point or a comma, as whole microseconds. */
function readFraction(text: string, start: number): { us: number; end: number } | null {
  const mark = text.charCodeAt(start);
  if (mark !== 46 /* . */ && mark !== 44 /* , */) return { us: 0, end: start };
  let us = 0;
  let unit = 100_000;
  let end = start + 1;
  for (; end < text.length; end++) {
    const digit = text.charCodeAt(end) - ZERO;
    if (digit < 0 || digit > 9) break;
    if (unit >= 1) us += digit * unit;
    unit /= 10;
  }
  const count = end - start - 1;
  return count < 1 || count > 9 ? null : { us, end };
}

/** `Z`, ` UTC`, nothing, or `±HH`, `±HHMM`, `±HH:MM`, `±HH:MM:SS` (PostgreSQL prints seconds for old local times), in seconds. */
function readOffset(text: string, start: number): number | null {
  if (start === text.length) return 0;
  const zone = text.slice(start).trim();
  if (zone === 'Z' || zone === 'z' || zone === 'UTC' || zone === 'GMT') return 0;
  const sign = zone.startsWith('+') ? 1 : zone.startsWith('-') ? -1 : 0;
  const parts = zone.slice(1).replaceAll(':', '');
  if (sign === 0 || parts.length % 2 !== 0 || parts.length > 6) return null;
  const hour = digits(parts, 0, 2);
  const minute = parts.length > 2 ? digits(parts, 2, 2) : 0;
  const second = parts.length > 4 ? digits(parts, 4, 2) : 0;
  if (hour === null || minute === null || second === null || hour > 18 || minute > 59 || second > 59)
    return null;
  return sign * (hour * 3600 + minute * 60 + second);
}

function digits(text: string, start: number, count: number): number | null {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    // NaN behind the end of the text fails both comparisons, so the test is for what a digit is.
    if (!(digit >= 0 && digit <= 9)) return null;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days of the proleptic Gregorian calendar since 1970-01-01, with years that start in March so that the leap day is the last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    shifted * 365 +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    dayOfYear -
    719_468
  );
}
