/** What the first bytes of a source say about the rest. */
export type Sniffed =
  | { readonly form: 'lines'; readonly skip: number }
  | { readonly form: 'document'; readonly skip: number; readonly wrapperBytes: number }
  | { readonly form: 'binary'; readonly reason: string };

/** Enough for a decision; no text file has a NUL here. */
export const sniffBytes = 8192;

/**
 * Lines unless the start can only be a JSON value spread over lines: an array, a `{"Records":[` list, or an object whose first line stops in
 * the middle. A line that was cut at the start of a log must not swallow the log, so anything doubtful is lines.
 */
export function sniffSource(head: Buffer): Sniffed {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    return { form: 'binary', reason: 'The source is UTF-16; convert it to UTF-8.' };
  }
  if (head.subarray(0, sniffBytes).includes(0)) {
    return { form: 'binary', reason: 'The source is binary (it has NUL bytes), so it holds no log lines.' };
  }
  const skip = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const text = head.toString('latin1', skip, Math.min(head.length, skip + sniffBytes));
  const start = skipBlanks(text, 0);
  if (text[start] === '[') {
    const next = skipBlanks(text, start + 1);
    if (next >= text.length || text[next] === '{' || text[next] === ']')
      return { form: 'document', skip, wrapperBytes: 0 };
  }
  if (text[start] === '{') {
    const list = recordsListStart(text, start);
    if (list > 0) return { form: 'document', skip, wrapperBytes: list };
    const lineEnd = text.indexOf('\n', start);
    if (lineEnd > 0 && '{[,:'.includes(text.slice(start, lineEnd).trimEnd().slice(-1)))
      return { form: 'document', skip, wrapperBytes: 0 };
  }
  return { form: 'lines', skip };
}

/** End of `{ "Records": [`, or 0. */
function recordsListStart(text: string, start: number): number {
  let i = skipBlanks(text, start + 1);
  for (const token of ['"Records"', ':', '[']) {
    if (!text.startsWith(token, i)) return 0;
    i = token === '[' ? i + 1 : skipBlanks(text, i + token.length);
  }
  return i;
}

function skipBlanks(text: string, start: number): number {
  let i = start;
  while (i < text.length && ' \t\r\n'.includes(text.charAt(i))) i++;
  return i;
}
