import { z } from 'zod';

const URL_LENGTH_MAX = 2_048;

/**
 * The address of a server. A user or password in it is refused: addresses appear in logs and messages. Taken as written, but for a slash at
 * the end.
 */
export function serverUrl(schemes: readonly string[], message: string) {
  return z
    .string()
    .max(URL_LENGTH_MAX, message)
    .refine((value) => isServerUrl(value, schemes), message)
    .transform((value) => value.replace(/\/$/, ''));
}

function isServerUrl(value: string, schemes: readonly string[]): boolean {
  if (/\s/.test(value) || !schemes.some((scheme) => value.startsWith(`${scheme}://`))) return false;
  try {
    const { hostname, username, password } = new URL(value);
    return hostname !== '' && username === '' && password === '';
  } catch {
    return false;
  }
}
