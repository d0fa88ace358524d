import { maskSecrets } from '@faultline/model';

// What every bearer token or its announcement contains; searched natively, for nearly every record has neither.
const hints = ['eyJ', 'earer', 'EARER'];

/**
 * The bytes as they may be kept: bearer tokens are never stored. All else stays byte for byte (Latin-1 maps bytes to characters and back,
 * and the masks look for ASCII only). The record's id is still the hash of what was received.
 */
export function withoutTokens(bytes: Buffer): Buffer {
  if (!hints.some((hint) => bytes.includes(hint))) return bytes;
  return Buffer.from(maskSecrets(bytes.toString('latin1')), 'latin1');
}
