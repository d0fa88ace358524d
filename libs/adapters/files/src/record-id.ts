import * as crypto from 'node:crypto';

/** One-shot hashing skips the hash object; it is in Node 20.12 and later, and absent from some builds. */
const oneShot = (crypto as { hash?: typeof crypto.hash }).hash;

/** Identity of a record: first 32 hex digits of the SHA-256 of its raw bytes. */
export function recordId(bytes: Uint8Array): string {
  const hex =
    oneShot === undefined
      ? crypto.createHash('sha256').update(bytes).digest('hex')
      : oneShot('sha256', bytes, 'hex');
  return hex.slice(0, 32);
}
