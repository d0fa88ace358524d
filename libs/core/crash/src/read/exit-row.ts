import { digitsEnd } from './goroutine-header.js';

/** How go run, shells, systemd, Docker Compose, Kubernetes and process managers say that a process ended. */
const leads = [
  'exit status ',
  'exited with code ',
  'exited with status ',
  'exited with exit code ',
  'exit code ',
  'exit code: ',
  'exit code=',
  'Exit Code: ',
  'code=exited, status=',
  'exit_code=',
  'exitCode=',
];

/** The exit code that a row states; null for every other row. */
export function parseExitRow(text: string): number | null {
  if (text.length > 400) return null;
  if (text.startsWith('Aborted') || text.startsWith('signal: aborted')) return 134;
  if (!text.includes('xit')) return null;
  for (const lead of leads) {
    const found = text.indexOf(lead);
    if (found < 0) continue;
    const from = found + lead.length;
    const to = digitsEnd(text, from);
    if (to > from && to - from <= 3) return Number(text.slice(from, to));
  }
  return null;
}
