// Where the value behind the name of a secret begins and ends. Every function looks at each character of the value a fixed number of times,
// and at nothing before or behind it.

const quotes = /\\{0,7}(?:""?|')/y;
const blanks = /[ \t]*/y;
// A backslash belongs to the value unless it escapes a quote or a line break of a string around it.
const run = /(?:[^\s"'`,;&}<>\\]|\\+(?!["'\\nrt]))*/y;
// A quote within the line, as in a cookie or a digest, is followed by more of the line; one that ends a string of JSON is not.
const line = /(?:[^"\r\n\\]|"(?![\s,:}\])]|$)|"(?=, ?[a-z]{1,20}=)|\\+(?!["\\nrt]))*/y;

/** How deep the JSON text is nested in JSON strings, by the backslashes before its quotes. */
const depthOf: Readonly<Record<number, number>> = { 0: 0, 1: 1, 3: 2, 7: 3 };

function lengthAt(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}

export function skipBlanks(text: string, start: number): number {
  return start + lengthAt(blanks, text, start);
}

/** Where a value without quotes ends. */
export function endOfRun(text: string, start: number): number {
  return start + lengthAt(run, text, start);
}

/** Where the line ends, or the JSON string that the line stands in. */
export function endOfLine(text: string, start: number): number {
  return start + lengthAt(line, text, start);
}

/**
 * The quote that opens a value, null where none does. A quote unlike that of the name may as well end the string that all of this stands in:
 * then JSON goes on behind it.
 */
export function quoteAt(text: string, start: number, quoteOfName: string): string | null {
  const found = text.slice(start, start + lengthAt(quotes, text, start));
  // `""` opens a value where names end with it, as in CSV; elsewhere the value is empty.
  const quote = quoteOfName.endsWith('""') ? found : found.replace('""', '"');
  if (quote === '' || depthOf[slashesOf(quote)] === undefined) return null;
  if (quote === quoteOfName) return quote;
  return closesJson(text, start + quote.length - 1) ? null : quote;
}

function slashesOf(quote: string): number {
  return quote.lastIndexOf('\\') + 1;
}

/** Where a quoted value ends: at its closing quote, at that of a string around it, or at the end of the line. */
export function endOfQuoted(text: string, from: number, quote: string): number {
  const depth = depthOf[slashesOf(quote)] ?? 0;
  const single = quote.endsWith("'");
  const stop = single ? /['"\r\n]/g : /["\r\n]/g;
  stop.lastIndex = from;
  for (let match = stop.exec(text); match; match = stop.exec(text)) {
    const { index } = match;
    if (match[0] === '\n' || match[0] === '\r') return index;
    let start = index;
    while (start > from && text[start - 1] === '\\') start--;
    if (single && match[0] === '"') {
      // Nothing in single quotes goes beyond the string of JSON that it stands in.
      if (closesJson(text, index)) return start;
      continue;
    }
    const closing = closingSlashes(index - start, depth);
    if (closing !== null) return index - closing;
  }
  return text.length;
}

/** By what follows: JSON goes on behind a string in one of these ways. */
function closesJson(text: string, quoteIndex: number): boolean {
  return /^(?:[\s,:}\])\\]|$)/.test(text.charAt(quoteIndex + 1));
}

/**
 * How many of the backslashes before a quote belong to it when it ends a string at this depth or above; null: it is part of the value. Each
 * level of JSON halves the backslashes, and a quote that has none left ends the level (RFC 8259 §7).
 */
function closingSlashes(slashes: number, depth: number): number | null {
  let left = slashes;
  for (let level = 0; level <= depth; level++) {
    if (left % 2 === 0) return Math.min(slashes, 2 ** level - 1);
    left = (left - 1) / 2;
  }
  return null;
}
