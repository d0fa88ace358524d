import { createHash } from 'node:crypto';
import type { Rejected } from '@faultline/model';

/** Over the bytes and the code, so that a record that is rejected again is the same one; over the place where there are no bytes. */
export function rejectedId({ code, at }: Rejected, raw: Uint8Array | null): string {
  const hash = createHash('sha256').update(code).update('\0');
  if (raw) hash.update(raw);
  else hash.update(`${at.path}\0${at.line}\0${at.offset}\0${at.length}`);
  return hash.digest('hex').slice(0, 32);
}
