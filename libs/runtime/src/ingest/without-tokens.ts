import { maskSecrets } from '@faultline/model';

/**
 * The bytes as they may be kept: bearer tokens and named secrets are never stored. All else stays byte for byte (Latin-1 maps bytes to characters and back,
 * and the masks look for ASCII only). The record's id is still the hash of what was received.
 * Always a copy: what is given is a view into memory that the reader uses again.
 */
export function withoutTokens(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const masked = maskSecrets(text);
  return masked === text ? Buffer.from(bytes) : Buffer.from(masked, 'latin1');
}
