import { createHash } from 'node:crypto';
import { toCrashDocument } from '@faultline/crash';
import type { Crash } from '@faultline/model';

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** What the product makes of a text, as `faultline crash --json` prints it. */
export function judgeText(text: string): readonly Crash[] {
  return toCrashDocument(text, { sha256 }).crashes;
}
