import type { CrashDump, FatalDump } from '../dump.js';
import { deathOf } from './death.js';

/** Behind a panic that imitates a dump, its text may go on for so many lines that are no rows of a dump, such as indented ones. */
const textLines = 16;

/**
 * The dumps that stand in the value that somebody gave to `panic`, or so near behind it that they may be its end; the panic too, if it
 * holds any. The runtime prints that value as it is (up to Go 1.22 without an indent), so nothing there is proven. Cost: n log n.
 */
export function dumpsInPanicText(dumps: readonly CrashDump[]): ReadonlySet<CrashDump> {
  const inText = new Set<CrashDump>();
  let panic: FatalDump | null = null;
  let endLine = 0;
  for (const dump of dumps.toSorted((left, right) => left.firstLine - right.firstLine)) {
    if (panic !== null && dump.firstLine <= endLine) {
      inText.add(panic).add(dump);
      endLine = Math.max(endLine, dump.lastLine + textLines);
    } else if (dump.form === 'fatal' && dump.panics.length > 0) {
      const imitates = deathOf(dump)?.claimedInPanic === true;
      if (imitates) inText.add(dump);
      panic = dump;
      endLine = imitates || dump.goroutines.length === 0 ? dump.lastLine + textLines : dump.lastLine;
    } else panic = null;
  }
  return inText;
}
