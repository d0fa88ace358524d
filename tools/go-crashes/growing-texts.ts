/** Shapes that grow with the number of lines: what an attacker would send to make a reader slow or large. */
export const growingTexts: Readonly<Record<string, (lines: number) => readonly string[]>> = {
  headers: (lines) => Array.from({ length: lines }, (_, id) => `goroutine ${id} [running]:`),
  frames: (lines) => [
    'goroutine 1 [running]:',
    ...Array.from({ length: lines }, (_, n) => `main.f${n}(0x1)`),
  ],
  messages: (lines) => Array.from({ length: lines }, () => 'fatal error: concurrent map writes'),
  panics: (lines) => Array.from({ length: lines }, (_, n) => `panic: ${n}`),
  reports: (lines) =>
    Array.from({ length: lines }, (_, n) =>
      n % 2 ? 'WARNING: DATA RACE' : 'Write at 0x00c0 by goroutine 7:',
    ),
  services: (lines) =>
    Array.from({ length: lines }, (_, n) => `s${n}-1  | fatal error: concurrent map writes`),
  partials: (lines) => Array.from({ length: lines }, () => '2026-11-26T02:00:00.1Z stderr P goroutine'),
  quotes: (lines) => Array.from({ length: lines }, () => '"fatal error: concurrent map writes'),
  braces: (lines) => Array.from({ length: lines }, () => '{"log":"fatal error: {"'),
};
