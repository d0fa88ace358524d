// @ts-check
// When people work: a daily curve in local time and a quieter weekend.
import { DAY, HOUR, local, midnight } from './calendar.mjs';

const HOURLY = [5, 3, 2, 2, 2, 4, 10, 24, 48, 74, 88, 90, 70, 76, 88, 86, 80, 72, 62, 58, 54, 42, 24, 11];
const TOTAL = HOURLY.reduce((a, b) => a + b, 0);

/** @param {number} at @param {string} zone */
export function isWeekend(at, zone) {
  const day = local(at, zone).getUTCDay();
  return day === 0 || day === 6;
}

/** Moments of one local day drawn from the daily curve. @param {import('./random.mjs').Random} random @param {number} dayStart @param {number} count */
export function momentsOfDay(random, dayStart, count) {
  return Array.from({ length: count }, () => {
    let left = random.unit() * TOTAL;
    let hour = 0;
    while (hour < 23 && (left -= HOURLY[hour]) >= 0) hour++;
    return dayStart + (hour + random.unit()) * HOUR;
  }).sort((a, b) => a - b);
}

/** Local midnights from start to end. @param {number} start @param {number} end @param {string} zone */
export function daysBetween(start, end, zone) {
  const days = [];
  for (let day = midnight(start, zone); day < end; day += DAY) days.push(day);
  return days;
}
