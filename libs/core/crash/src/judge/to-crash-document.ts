import type { CrashDocument, Sha256 } from '@faultline/model';
import { readCrashes } from '../read/read-crashes.js';
import { judgeDumps } from './judge-dumps.js';

/**
 * What a text tells of crashes of Go programs, as `faultline crash` prints it: log wrappings are taken off, dumps are read, and each is
 * judged. A text without any gives an empty list. Never throws on any input; cost linear in the text, within the limits of the reader.
 */
export function toCrashDocument(text: string, { sha256 }: { readonly sha256: Sha256 }): CrashDocument {
  return { schema: 'faultline.crash/1', crashes: [...judgeDumps(readCrashes(text), sha256)] };
}
