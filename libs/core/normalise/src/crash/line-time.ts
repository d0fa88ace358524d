import { daysOfMonth, isoToUs, timeToUs } from '../time/parse-time.js';

/** Wrappings put the time near the start of a line. */
const headChars = 200;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const iso =
  /\b(\d{4})[-/](\d\d)[-/](\d\d)[Tt ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?\d*( ?(?:Z|UTC|[+-]\d\d:?\d\d))?(?!\d)/;
const named =
  /^(?:<\d{1,3}>)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?\b/;
const epoch = /^\[?(\d{10}(?:\.\d{1,9})?|\d{13}|\d{16}|\d{19})\b/;

/**
 * The time that a line of text says it was written, microseconds UTC; without a zone it is UTC. Syslog writes no year: it is taken from
 * `nearUs`, a time known of the same source, such that the line is not half a year away from it; without one the answer is null.
 */
export function lineTimeUs(line: string, nearUs: number | null): number | null {
  const head = line.slice(0, headChars);
  const found = iso.exec(head);
  if (found !== null) {
    const [, year = '', month = '', day = '', clock = '', fraction, zone = ''] = found;
    return isoToUs(
      `${year}-${month}-${day}T${clock}${fraction === undefined ? '' : `.${fraction}`}${zone.trim()}`,
    );
  }
  const dated = named.exec(head);
  if (dated !== null) return nearUs === null ? null : withYear(dated, nearUs);
  const number = epoch.exec(head);
  return number === null ? null : timeToUs(number[1]);
}

function withYear(
  [, name = '', dayText = '', clock = '', fraction]: RegExpExecArray,
  nearUs: number,
): number | null {
  const month = months.indexOf(name) + 1;
  const nearYear = 1970 + Math.floor(nearUs / yearUs);
  let best: number | null = null;
  for (const year of [nearYear - 1, nearYear, nearYear + 1]) {
    if (Number(dayText) > daysOfMonth(year, month)) continue;
    const us = isoToUs(
      `${year}-${two(month)}-${two(Number(dayText))}T${clock}${fraction === undefined ? '' : `.${fraction}`}`,
    );
    if (us !== null && (best === null || Math.abs(us - nearUs) < Math.abs(best - nearUs))) best = us;
  }
  return best;
}

const yearUs = 31_556_952_000_000;

function two(value: number): string {
  return String(value).padStart(2, '0');
}
