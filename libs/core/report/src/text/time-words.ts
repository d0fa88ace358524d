import { civilDate, clockTime } from '@faultline/model';

const usPerSecond = 1_000_000;
const usPerDay = 86_400 * usPerSecond;

interface Civil {
  readonly date: string;
  readonly time: string;
  readonly fraction: string;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function civil(atUs: number, offsetMinutes: number): Civil | null {
  const local = atUs + offsetMinutes * 60 * usPerSecond;
  // Outside the years 0 to 9999 the number is no time that a log can mean.
  if (
    !Number.isFinite(local) ||
    local < -62_167_219_200 * usPerSecond ||
    local > 253_402_300_799 * usPerSecond
  )
    return null;
  const days = Math.floor(local / usPerDay);
  const ofDay = local - days * usPerDay;
  const seconds = Math.floor(ofDay / usPerSecond);
  const micros = Math.floor(ofDay - seconds * usPerSecond);
  const digits = micros === 0 ? '' : micros % 1000 === 0 ? pad(micros / 1000, 3) : pad(micros, 6);
  return { date: civilDate(days), time: clockTime(seconds), fraction: digits === '' ? '' : `.${digits}` };
}

/** `UTC`, or `UTC+08:00` for a fixed offset. No time zone names: their rules change, a report must not. */
export function offsetName(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC';
  const size = Math.abs(offsetMinutes);
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}

/** `2026-03-08 16:41:45.394`, without the zone. */
export function fullTime(atUs: number, offsetMinutes = 0): string {
  const parts = civil(atUs, offsetMinutes);
  return parts === null ? `${String(atUs)} µs` : `${parts.date} ${parts.time}${parts.fraction}`;
}

/** `03-08 16:41:45`, for a picture. */
export function shortTime(atUs: number, offsetMinutes = 0): string {
  const parts = civil(atUs, offsetMinutes);
  return parts === null ? 'no time' : `${parts.date.slice(5)} ${parts.time}`;
}

/** Length of time in its two largest units: `3 min 12 s`, `2 d 4 h`, `40 ms`. */
export function spanWords(us: number): string {
  const size = Math.abs(us);
  if (!Number.isFinite(size)) return '?';
  if (size === 0) return '0 s';
  if (size < 1000) return `${String(Math.round(size))} µs`;
  if (size < usPerSecond) return `${String(Math.round(size / 1000))} ms`;
  const seconds = Math.round(size / usPerSecond);
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ];
  const first = units.findIndex(([, length]) => seconds >= length);
  const [name, length] = units[first] ?? ['s', 1];
  const next = units[first + 1];
  const rest = next === undefined ? 0 : Math.floor((seconds % length) / next[1]);
  return `${String(Math.floor(seconds / length))} ${name}${next === undefined || rest === 0 ? '' : ` ${String(rest)} ${next[0]}`}`;
}
