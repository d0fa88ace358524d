// @ts-check
// Times are milliseconds since 1970 UTC as a double: exact to a fifth of a microsecond, which is what the write-ahead log needs.
// Zones are fixed offsets on purpose: none of the chosen places has daylight saving time, so a local clock time is unambiguous.

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** @type {Record<string, number>} minutes east of UTC */
export const ZONES = {
  'Asia/Shanghai': 480,
  'Asia/Tokyo': 540,
  'Asia/Kolkata': 330,
  'Asia/Dubai': 240,
  'America/Sao_Paulo': -180,
  'America/Phoenix': -420,
};

/** @param {string} zone */
export function offsetText(zone) {
  const minutes = ZONES[zone];
  const pad = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`;
}

/** The local wall clock as a Date whose UTC getters read local values. @param {number} at @param {string} zone */
export function local(at, zone) {
  return new Date(at + ZONES[zone] * MINUTE);
}

/** Local midnight of the day that holds `at`. @param {number} at @param {string} zone */
export function midnight(at, zone) {
  const shift = ZONES[zone] * MINUTE;
  return Math.floor((at + shift) / DAY) * DAY - shift;
}

/** @param {number} at */
export const iso = (at) => new Date(at).toISOString();

/** Whole seconds, as GitHub writes them. @param {number} at */
export const isoSeconds = (at) => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** The seven decimals of a job log. @param {number} at */
export function isoTicks(at) {
  const whole = Math.floor(at);
  const ticks = Math.floor((at - whole) * 10000);
  return `${new Date(whole).toISOString().slice(0, -1)}${String(ticks).padStart(4, '0')}Z`;
}

/** The text of PostgreSQL's timestamptz, microseconds. @param {number} at */
export function postgresTime(at) {
  const whole = Math.floor(at);
  const micros = Math.floor((at - whole) * 1000);
  const text = `${new Date(whole).toISOString().slice(0, -1).replace('T', ' ')}${String(micros).padStart(3, '0')}`;
  // PostgreSQL drops trailing zeros of the fraction, and the point with the last of them.
  return `${text.replace(/\.?0+$/, '')}+00`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 3164: no year, no zone, day padded with a blank. @param {number} at */
export function syslogTime(at) {
  const d = new Date(at);
  return `${MONTHS[d.getUTCMonth()]} ${String(d.getUTCDate()).padStart(2, ' ')} ${d.toISOString().slice(11, 19)}`;
}
