import { daysOfMonth, daysSinceEpoch, isoToUs, timeToUs } from '../time/parse-time.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const zones = new Set(['', 'utc', 'gmt', 'z']);

/**
 * A CEF or LEEF time: epoch milliseconds, ISO, or `MMM dd yyyy HH:mm:ss[.SSS] [zone]`. Zone names other than UTC mean different things in
 * different places (IST, CST), and a syslog time has no year: both are null rather than guessed.
 */
export function cefTimeToUs(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  return timeToUs(text) ?? monthNameToUs(text);
}

function monthNameToUs(text: string): number | null {
  if (text.length > 48) return null;
  const [monthName = '', dayText = '', yearText = '', clock = '', zone = '', ...more] = text
    .split(' ')
    .filter((part) => part !== '');
  const month = months.indexOf(monthName.toLowerCase()) + 1;
  const day = Number(dayText);
  const year = Number(yearText);
  if (
    month === 0 ||
    more.length > 0 ||
    !zones.has(zone.toLowerCase()) ||
    yearText.length !== 4 ||
    !Number.isInteger(year) ||
    !Number.isInteger(day)
  )
    return null;
  if (day < 1 || day > daysOfMonth(year, month)) return null;
  const ofDay = isoToUs(`1970-01-01T${clock}`);
  const days = daysSinceEpoch(year, month, day);
  return ofDay === null || days < 0 ? null : days * 86_400_000_000 + ofDay;
}

/** The time of an RFC 5424 header, `<pri>1 2026-03-18T01:19:31.000Z host …`; null for RFC 3164, whose time has no year. */
export function syslogTimeToUs(header: string): number | null {
  const close = header.indexOf('>');
  const words = header.slice(close + 1).split(' ', 3);
  return isoToUs(words[0] ?? '') ?? isoToUs(words[1] ?? '');
}
