/**
 * Whether a Go dump may begin in a record: its first header, its message, a panic, a report of the race detector. Asked of every line, so it
 * is four searches for a constant and nothing else.
 */
export function mayBeginDump(text: string): boolean {
  return (
    text.includes('goroutine ') ||
    text.includes('fatal error: ') ||
    text.includes('panic: ') ||
    text.includes('WARNING: DATA RACE')
  );
}

/** Sources whose documents carry lines of programs. Events of a host or a cloud quote no dump, and need not be searched. */
const carriers: ReadonlySet<string> = new Set([
  'timed-json',
  'alert-csv',
  'ecs-host',
  'ecs-alert',
  'ecs-other',
]);

export function carriesLines(normaliser: string): boolean {
  return carriers.has(normaliser) || normaliser.startsWith('ecs');
}
