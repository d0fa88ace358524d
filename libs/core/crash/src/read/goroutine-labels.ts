/** Labels come from the program, often from requests: more than this is not kept. */
const labelsMax = 64;
const labelCharsMax = 256;

/** `"k": "v", plain: "quo\"ted"`, the inside of the braces. Text that does not follow the form ends the list. */
export function readLabels(text: string): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  let at = 0;
  for (let count = 0; count < labelsMax && at < text.length; count++) {
    const key = readPart(text, at, ': ');
    const value = key === null ? null : readPart(text, key.end, ', ');
    if (key === null || value === null) break;
    Object.defineProperty(labels, key.text.slice(0, labelCharsMax), {
      value: value.text.slice(0, labelCharsMax),
      enumerable: true,
      configurable: true,
      writable: true,
    });
    at = value.end;
  }
  return labels;
}

function readPart(text: string, from: number, separator: string): { text: string; end: number } | null {
  if (text.charCodeAt(from) !== 34) {
    const end = text.indexOf(separator, from);
    if (end < 0) return separator === ', ' ? { text: text.slice(from), end: text.length } : null;
    return { text: text.slice(from, end), end: end + separator.length };
  }
  const close = closingQuote(text, from + 1);
  if (close < 0) return null;
  const end = text.startsWith(separator, close + 1) ? close + 1 + separator.length : text.length;
  return { text: unquote(text.slice(from + 1, close)), end };
}

function closingQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at;
    if (code === 92) at++;
  }
  return -1;
}

/** The two escapes that matter for telling labels apart; the rest stays as it was printed. */
function unquote(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\"', '"').replaceAll('\\\\', '\\') : text;
}
