const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Where the date and time that starts at `from` ends, -1 if none starts there. Each character is looked at once. */
export function timestampEnd(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (isDigit(first)) return numericEnd(text, from);
  if (first === 91 || first === 40) {
    const end = timestampEnd(text, from + 1);
    const close = text.charCodeAt(end);
    return end > 0 && (close === 93 || close === 41) ? end + 1 : -1;
  }
  if (first >= 65 && first <= 90) return namedEnd(text, from);
  return -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Length of the run of digits. */
function digits(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at - from;
}

function numericEnd(text: string, from: number): number {
  const run = digits(text, from);
  const mark = text.charAt(from + run);
  if (run === 4 && (mark === '-' || mark === '/' || mark === '.'))
    return afterDate(text, dateEnd(text, from + 5, mark));
  if (run <= 2 && (mark === '/' || mark === '-' || mark === '.'))
    return afterDate(text, dayFirstEnd(text, from + run + 1, mark));
  if (run === 2 && mark === ':') return zoneEnd(text, clockEnd(text, from));
  if (run === 8 && (mark === 'T' || mark === ' ' || mark === '-')) return afterDate(text, from + run);
  return epochEnd(text, from, run);
}

/** Seconds, milliseconds, micro- or nanoseconds since 1970 or since the start (`[   12.345678]` is taken by the caller's bracket). */
function epochEnd(text: string, from: number, run: number): number {
  if (run < 10 || run > 19) return -1;
  let at = from + run;
  if (text.charCodeAt(at) === 46) at += 1 + digits(text, at + 1);
  return at;
}

function dateEnd(text: string, from: number, mark: string): number {
  const month = digits(text, from);
  if (month < 1 || month > 2 || text.charAt(from + month) !== mark) return -1;
  const day = digits(text, from + month + 1);
  return day < 1 || day > 2 ? -1 : from + month + 1 + day;
}

function dayFirstEnd(text: string, from: number, mark: string): number {
  const named = months.includes(text.slice(from, from + 3));
  const month = named ? 3 : digits(text, from);
  if (month < 1 || month > 3 || text.charAt(from + month) !== mark) return -1;
  const year = digits(text, from + month + 1);
  return year === 4 || year === 2 ? from + month + 1 + year : -1;
}

function afterDate(text: string, date: number): number {
  if (date < 0) return -1;
  const mark = text.charAt(date);
  if (mark !== 'T' && mark !== ' ' && mark !== ':' && mark !== '-' && mark !== 't') return -1;
  return zoneEnd(text, clockEnd(text, date + (text.startsWith(', ', date) ? 2 : 1)));
}

/** `01:02:03`, with a fraction behind a dot or a comma. */
function clockEnd(text: string, from: number): number {
  if (digits(text, from) !== 2 || text.charCodeAt(from + 2) !== 58 || digits(text, from + 3) !== 2) return -1;
  let at = from + 5;
  if (text.charCodeAt(at) !== 58) return -1;
  if (digits(text, at + 1) !== 2) return -1;
  at += 3;
  const mark = text.charCodeAt(at);
  if (mark === 46 || mark === 44) {
    const fraction = digits(text, at + 1);
    if (fraction > 0) at += 1 + fraction;
  }
  return at;
}

function zoneEnd(text: string, clock: number): number {
  if (clock < 0) return -1;
  if (text.charAt(clock) === 'Z') return clock + 1;
  if (text.startsWith(' UTC', clock) || text.startsWith(' GMT', clock)) return clock + 4;
  const sign = text.charAt(clock) === ' ' ? clock + 1 : clock;
  const mark = text.charAt(sign);
  if (mark !== '+' && mark !== '-') return clock;
  const hours = digits(text, sign + 1);
  if (hours === 4 || (hours === 2 && sign === clock && text.charAt(sign + 3) !== ':'))
    return sign + 1 + hours;
  return hours === 2 && text.charAt(sign + 3) === ':' && digits(text, sign + 4) === 2 ? sign + 6 : clock;
}

/** `Nov 26 01:02:03`, `Thu Nov 26 01:02:03 2026`, and the letter with a date of klog, `E1126 01:02:03.123456`. */
function namedEnd(text: string, from: number): number {
  if (isDigit(text.charCodeAt(from + 1))) return digits(text, from + 1) === 4 ? clockEnd(text, from + 6) : -1;
  const word = text.slice(from, from + 3);
  if (days.includes(word)) {
    const next = text.charAt(from + 3) === ',' ? from + 5 : from + 4;
    return timestampEnd(text, next);
  }
  if (!months.includes(word) || text.charCodeAt(from + 3) !== 32) return -1;
  return monthFirstEnd(text, from + 4);
}

function monthFirstEnd(text: string, from: number): number {
  const start = text.charCodeAt(from) === 32 ? from + 1 : from;
  const day = digits(text, start);
  if (day < 1 || day > 2) return -1;
  let at = start + day;
  if (text.charAt(at) === ',') at++;
  // `Nov 26 2026 01:02:03`
  if (digits(text, at + 1) === 4 && text.charAt(at + 5) === ' ') at += 5;
  const clock = clockEnd(text, at + 1);
  if (clock > 0 && digits(text, clock + 1) === 4 && /^ \d{4}(?: |$)/.test(text.slice(clock, clock + 6)))
    return clock + 5;
  return clock;
}
