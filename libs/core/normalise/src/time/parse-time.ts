import type { JsonValue } from '@faultline/model';

const dayUs = 86_400_000_000;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** Times before 1970 and after 2200 are defaults and garbage (year 1, 1601, all-ones), not times of a log. */
const rangeEndUs = 7_258_118_400_000_000;

/**
 * ISO 8601 / RFC 3339 text (`2026-03-08T09:00:00.123456Z`, with space for `T`, comma before the fraction, `+HH:MM`, `+HHMM`, `+HH`) to
 * microseconds UTC; without a zone it is UTC. Null when it is no time. By hand: `Date` is slower, cuts microseconds and reads far more forms.
 */
export function isoToUs(text: string): number | null {
  const length = text.length;
  if (length < 19 || length > 40) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const separator = text.charCodeAt(10);
  if (
    year < 0 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    hour < 0 ||
    hour > 23 ||
    minute < 0 ||
    minute > 59 ||
    second < 0 ||
    second > 60 ||
    text.charCodeAt(4) !== 45 ||
    text.charCodeAt(7) !== 45 ||
    (separator !== 84 && separator !== 32 && separator !== 116) ||
    text.charCodeAt(13) !== 58 ||
    text.charCodeAt(16) !== 58
  ) {
    return null;
  }
  if (day > daysOfMonth(year, month)) return null;
  let i = 19;
  let fractionUs = 0;
  const mark = text.charCodeAt(i);
  if (mark === 46 || mark === 44) {
    let unit = 100_000;
    const start = ++i;
    for (let c = text.charCodeAt(i); c >= 48 && c <= 57; c = text.charCodeAt(++i)) {
      fractionUs += (c - 48) * unit;
      // Digits beyond microseconds are cut, not rounded: a later event must not become earlier.
      unit = unit >= 10 ? unit / 10 : 0;
    }
    if (i === start || i - start > 9) return null;
  }
  const zoneUs = zoneOf(text, i);
  if (zoneUs === null) return null;
  const us =
    daysSinceEpoch(year, month, day) * dayUs +
    ((hour * 60 + minute) * 60 + second) * 1_000_000 +
    fractionUs -
    zoneUs;
  return inRange(us);
}

/** Epoch number in seconds, milliseconds, microseconds or nanoseconds, told apart by size (a log of 1973-2200 is unambiguous). */
export function epochToUs(value: number): number | null {
  if (!Number.isFinite(value) || value < 0) return null;
  if (value < 1e11) return inRange(Math.round(value * 1e6));
  if (value < 1e14) return inRange(Math.round(value * 1e3));
  if (value < 1e17) return inRange(Math.round(value));
  return inRange(Math.floor(value / 1000));
}

/** A time as a source wrote it: ISO text, epoch number, or epoch number as text. */
export function timeToUs(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return epochToUs(value);
  if (typeof value !== 'string') return null;
  const iso = isoToUs(value);
  if (iso !== null || value.length < 9 || value.length > 24) return iso;
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if ((c < 48 || c > 57) && c !== 46) return null;
  }
  // Nanoseconds exceed a double: their last three digits are cut as text.
  return value.length === 19 && !value.includes('.')
    ? inRange(Number(value.slice(0, 16)))
    : epochToUs(Number(value));
}

export function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = year - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) - 477;
  const leapNow = month > 2 && isLeap(year) ? 1 : 0;
  return (year - 1970) * 365 + leapDays + (daysBeforeMonth[month - 1] ?? 0) + leapNow + day - 1;
}

export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function inRange(us: number): number | null {
  return us >= 0 && us < rangeEndUs ? us : null;
}

function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i++) {
    const c = text.charCodeAt(i);
    if (!(c >= 48 && c <= 57)) return -1;
    value = value * 10 + (c - 48);
  }
  return value;
}

/** Offset of `Z`, nothing, `+HH:MM`, `+HHMM` or `+HH` in microseconds; null when the text goes on differently. */
function zoneOf(text: string, start: number): number | null {
  const rest = text.length - start;
  if (rest === 0) return 0;
  const sign = text.charCodeAt(start);
  if (sign === 90 || sign === 122) return rest === 1 ? 0 : null;
  // PostgreSQL and people write a space before the zone.
  if (sign === 32) return text.slice(start) === ' UTC' ? 0 : zoneOf(text, start + 1);
  if (sign !== 43 && sign !== 45) return null;
  const hours = digits(text, start + 1, 2);
  const withColon = text.charCodeAt(start + 3) === 58;
  const minutes = rest === 3 ? 0 : digits(text, start + (withColon ? 4 : 3), 2);
  if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || rest !== (rest === 3 ? 3 : withColon ? 6 : 5))
    return null;
  const us = (hours * 60 + minutes) * 60_000_000;
  return sign === 43 ? us : -us;
}
