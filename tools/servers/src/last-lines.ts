/** What fits on a screen: the cause is at the end, or one stack trace above it. */
const linesMax = 40;
const lineMaxChars = 500;

/** The end of a log, for an error message: bounded, and without the password of an address such as `scheme://user:password@host`. */
export function lastLines(log: string): string {
  const lines = log.trimEnd().split('\n').slice(-linesMax);
  return lines.map((line) => line.replace(/\/\/[^/\s@]+@/g, '//***@').slice(0, lineMaxChars)).join('\n');
}
