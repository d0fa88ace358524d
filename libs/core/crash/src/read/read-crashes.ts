import type { CrashDump } from '../dump.js';
import { createDumpReader } from './dump-reader.js';
import type { DumpLimits } from './limits.js';

/** Every dump of a text that is at hand as a whole, in the order in which they end. For small inputs and tests; files are read by line. */
export function readCrashes(
  text: string,
  options: { readonly limits?: Partial<DumpLimits> } = {},
): readonly CrashDump[] {
  const reader = createDumpReader(options);
  const dumps: CrashDump[] = [];
  let number = 0;
  for (let at = 0; at <= text.length;) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    for (const dump of reader.push(text.slice(at, end), ++number)) dumps.push(dump);
    at = end + 1;
  }
  return [...dumps, ...reader.end()];
}
