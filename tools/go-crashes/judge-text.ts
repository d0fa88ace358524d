import { sha256 } from '../../apps/cli/src/output/sha256.js';
import { toCrashDocument } from '@faultline/crash';
import type { Crash } from '@faultline/model';

/** What the product makes of a text, as `faultline crash --json` prints it. */
export function judgeText(text: string): readonly Crash[] {
  return toCrashDocument(text, { sha256 }).crashes;
}
