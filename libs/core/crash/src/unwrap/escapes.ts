/** syslog daemons write control characters as `#011`; others as `\t`. Only a tab before a file row, a line break and quotes matter to a dump. */
export function unescapeControls(text: string): string {
  if (text.includes('#0'))
    return text.replaceAll('#011', '\t').replaceAll('#012', '\n').replaceAll('#015', '');
  return text;
}

const plain: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
};

/** Text as quoted by Go, C or JSON: `\n`, `\t`, `\"`, `\\`, `\u0041`. One pass; an escape of another kind stays. */
export function unescapeQuoted(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|([ntr"'\\/]))/g,
    (_whole, hex: string | undefined, letter: string) =>
      hex === undefined ? (plain[letter] ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The quoted string, within a line of anything, that holds a whole dump; the line itself where none is quoted. */
export function quotedDump(text: string): string {
  const mark = text.search(/\\ngoroutine |\\nWARNING: DATA RACE/);
  const open = mark < 0 ? -1 : openingQuote(text, mark);
  if (open < 0) return text;
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return text.slice(open + 1, at);
    if (code === 92) at++;
  }
  return text.slice(open + 1);
}

function openingQuote(text: string, before: number): number {
  let at = text.lastIndexOf('"', before);
  while (at > 0 && text.charCodeAt(at - 1) === 92) at = text.lastIndexOf('"', at - 1);
  return at;
}

/** A row of a dump whose indentation or whose line breaks are written as escapes. */
export function hasEscapedRows(text: string): boolean {
  return text.startsWith('\\t') || text.startsWith('#011') || hasEscapedLines(text);
}

/** A whole dump in one line: nothing else has a goroutine's header behind a line break. */
export function hasEscapedLines(text: string): boolean {
  return (
    text.includes('\\ngoroutine ') ||
    text.includes('#012goroutine ') ||
    text.includes('\\nWARNING: DATA RACE')
  );
}
