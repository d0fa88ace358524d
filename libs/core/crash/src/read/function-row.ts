export interface FunctionRow {
  readonly function: string;
  readonly args: string;
}

/**
 * `main.(*Store[...]).Set(0xc00001, {0x4c, 0x3}, ...)`: an import path with a name, then the words of the arguments in hex. Prose in
 * parentheses is none, because only hex digits, `x`, `?`, `_`, `.`, commas and braces stand there.
 */
export function parseFunctionRow(text: string, from = 0): FunctionRow | null {
  const last = text.length - 1;
  if (text.charCodeAt(last) !== 41) return null;
  const open = text.lastIndexOf('(', last);
  if (open <= from || !areArguments(text, open + 1, last)) return null;
  if (!isFunctionName(text, from, open)) return null;
  return { function: text.slice(from, open), args: text.slice(open + 1, last) };
}

function areArguments(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isArgument(text.charCodeAt(at))) return false;
  return true;
}

function isArgument(code: number): boolean {
  if (code >= 97) return code <= 102 || code === 120 || code === 123 || code === 125;
  if (code >= 48) return code <= 57 || code === 63 || code === 95;
  return code === 32 || code === 44 || code === 46;
}

/** `panic` is how the runtime prints its own gopanic; every other name has a package before a dot. */
export function isFunctionName(text: string, from: number, to: number): boolean {
  let dot = false;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) dot = true;
    else if (code === 91) depth++;
    else if (code === 93) depth--;
    else if (depth === 0 && isNoName(code)) return false;
  }
  return depth === 0 && (dot ? text.charCodeAt(from) !== 46 : isBare(text, from, to));
}

/** Spaces, controls, quotes and marks that no name has outside the brackets of its type arguments. */
function isNoName(code: number): boolean {
  return (
    code <= 34 || code === 44 || code === 58 || code === 59 || code === 61 || code === 123 || code === 124
  );
}

function isBare(text: string, from: number, to: number): boolean {
  const length = to - from;
  return (length === 5 && text.startsWith('panic', from)) || (length === 11 && text.startsWith('_rt0', from));
}
