/** Docker and containerd split longer lines, and a collector then sees no JSON. */
export const LINE_CHARS_MAX = 16 << 10;

/**
 * The line as it is, or a short one in its place that is one JSON object as well: a field without a bound must neither fill the disk nor
 * hold up the process. Time, message and error stay, for the logger bounds these; `lineChars` says how long the line was.
 */
export function boundedLine(line: string): string {
  if (line.length <= LINE_CHARS_MAX) return line;
  const { level, time, message, error } = fieldsOf(line);
  const short = JSON.stringify({ level, time, message, error, lineChars: line.length });
  // JSON writes a control character in six: only a message made of them comes here.
  return short.length < LINE_CHARS_MAX
    ? `${short}\n`
    : `${JSON.stringify({ level, time, lineChars: line.length })}\n`;
}

interface Fields {
  readonly level?: unknown;
  readonly time?: unknown;
  readonly message?: unknown;
  readonly error?: unknown;
}

function fieldsOf(line: string): Fields {
  const fields: unknown = JSON.parse(line);
  return typeof fields === 'object' && fields !== null ? fields : {};
}
