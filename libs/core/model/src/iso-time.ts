/**
 * Date of a day since 1970-01-01 as `2026-05-27`, in the proleptic Gregorian calendar. Integer arithmetic, since core has no dates of the machine: Howard
 * Hinnant's `civil_from_days` ("chrono-compatible low-level date algorithms").
 */
export function civilDate(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `18:17:07` of a second of the day, 0 to 86,399. */
export function clockTime(secondOfDay: number): string {
  return [Math.floor(secondOfDay / 3600), Math.floor(secondOfDay / 60) % 60, secondOfDay % 60]
    .map(twoDigits)
    .join(':');
}

/** Microseconds since 1970 as `2026-05-27T18:17:07Z`, for sentences. */
export function isoSeconds(atUs: number): string {
  const seconds = Math.floor(atUs / 1_000_000);
  const days = Math.floor(seconds / 86_400);
  return `${civilDate(days)}T${clockTime(seconds - days * 86_400)}Z`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
