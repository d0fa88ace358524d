/** Prefixes are short; a longer one is a sentence that quotes a dump. */
const prefixCharsMax = 200;
/** Kept shapes. Each costs one comparison of its length for every line of somebody else. */
export const shapesMax = 16;
const digitRun = '\u0001';
const blankRun = '\u0002';

/**
 * What stands before every line in a wrapping that has no recogniser here: the prefix with its numbers and the width of its gaps left open, and
 * whatever is behind the last gap kept as it is.
 */
export function prefixShape(prefix: string): string | null {
  if (prefix.length === 0 || prefix.length > prefixCharsMax || /[\u0001\u0002]/.test(prefix)) return null;
  const trimmed = prefix.trimEnd();
  const tail = prefix.slice(trimmed.length);
  return trimmed.replaceAll(/[0-9]+/g, digitRun).replaceAll(/ +/g, blankRun) + tail;
}

/** What follows a prefix of this shape; null for a line that does not begin so. */
export function afterShape(line: string, shape: string): string | null {
  let at = 0;
  for (let index = 0; index < shape.length; index++) {
    const mark = shape.charAt(index);
    if (mark === digitRun || mark === blankRun) {
      const end = runEnd(line, at, mark === digitRun);
      if (end === at) return null;
      at = end;
    } else if (at < line.length && line.charAt(at) === mark) at++;
    // Blanks at the end of an empty line are trimmed on the way.
    else return at === line.length && shape.slice(index).trim() === '' ? '' : null;
  }
  return line.slice(at);
}

function runEnd(line: string, from: number, digits: boolean): number {
  let at = from;
  for (; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (digits ? code < 48 || code > 57 : code !== 32) break;
  }
  return at;
}
