import type { CrashDump, DumpLoss } from '../dump.js';
import type { Death } from './death.js';

/** What each loss hides, in words. */
const words: Readonly<Record<DumpLoss, string>> = {
  'head cut':
    'the beginning is cut off: the message, and with it what the goroutine on top did, may be missing',
  'tail cut': 'the end is cut off: goroutines may be missing, the other party among them',
  'message lost': 'the line with the message is lost: the kind of death is known from frames only',
  'goroutine headers lost': 'headers of goroutines are lost: their numbers and states are unknown',
  'file rows lost': 'rows with file and line are lost: those places are known by function only',
  'function rows lost': 'rows with function names are lost: those places are known by file and line only',
  'lines reversed': 'the lines came in reverse order and were turned round',
  'lines interleaved': 'lines of somebody else stand between those of the dump',
  'goroutines beyond the limit':
    'there are more goroutines than are read: the other party may be among the rest',
  'frames beyond the limit': 'there are more frames than are read',
  'line too long': 'a line is longer than is read',
};

/** Losses of the text, and what a whole text lacks because the runtime was told not to print it. */
export function lossWords(dump: CrashDump, death: Death | null): string[] {
  const said = dump.losses.map((loss) => words[loss]);
  if (dump.form === 'fatal' && death !== null && death.top === null) {
    said.push(
      'no stack was printed (GOTRACEBACK=none, a set-uid program, or cut off): there is no place to name',
    );
  }
  return said;
}
