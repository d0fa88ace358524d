const suspicious = /[\0\r\u001b\u009b\ufeff]|#033\[/;

/** True for a line that cleaning would change. */
export function isSoiled(line: string): boolean {
  return suspicious.test(line);
}

/** The line without colours, cursor codes, NUL bytes, a byte order mark and the carriage return of Windows. */
export function cleanLine(line: string): string {
  if (!suspicious.test(line)) return line;
  const plain = withoutEscapes(line.replaceAll('#033[', '\u001b[')).replaceAll(/[\0\ufeff]/g, '');
  const text = plain.endsWith('\r') ? plain.replace(/\r{1,8}$/, '') : plain;
  // A progress bar returns to the start of its line: only what was written last is still seen.
  return text.slice(text.lastIndexOf('\r') + 1);
}

function withoutEscapes(line: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const escape = nextEscape(line, at);
    if (escape < 0) return out + line.slice(at);
    out += line.slice(at, escape);
    at = escapeEnd(line, escape);
  }
}

function nextEscape(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x1b || code === 0x9b) return at;
  }
  return -1;
}

/** Where the control sequence that starts at `from` ends. Source: ECMA-48, sections 5.4 and 5.6. */
function escapeEnd(line: string, from: number): number {
  if (line.charCodeAt(from) === 0x9b) return sequenceEnd(line, from + 1);
  const kind = line.charAt(from + 1);
  if (kind === '[') return sequenceEnd(line, from + 2);
  if (kind === ']') return commandEnd(line, from + 2);
  return from + (kind === '(' || kind === ')' ? 3 : 2);
}

function sequenceEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && line.charCodeAt(at) < 0x40) at++;
  return at + 1;
}

/** A title or a link, which a bell or another escape ends. */
function commandEnd(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 7) return at + 1;
    if (code === 0x1b) return at + 2;
  }
  return line.length;
}
