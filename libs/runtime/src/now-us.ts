/** The one clock of the app; core gets times as values. */
export function nowUs(): number {
  return Date.now() * 1_000;
}
