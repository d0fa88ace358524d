import type { DumpFrame } from '../dump.js';
import { messageOfLength } from './known-messages.data.js';

const throwers = new Set([
  'runtime.throw',
  'runtime.fatal',
  'internal/runtime/maps.fatal',
  'runtime.fatalthrow',
]);

/**
 * The message that the length argument of the runtime's thrower names. Only a word that is printed without `?` counts: with it, the word may be
 * stale, and was seen to be garbage.
 */
export function messageByLength(frames: readonly DumpFrame[]): string | null {
  for (const { function: name, args } of frames.slice(0, 3)) {
    if (args === null || !throwers.has(name)) continue;
    const words = args.replaceAll(/[{}]/g, '').split(', ');
    const length = words[1];
    if (words.length !== 2 || length === undefined || !/^0x[0-9a-f]{1,4}$/.test(length)) continue;
    const message = messageOfLength.get(Number(length));
    if (message !== undefined) return message;
  }
  return null;
}
