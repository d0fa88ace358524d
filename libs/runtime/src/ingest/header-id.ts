import { createHash } from 'node:crypto';

/**
 * Where the header line of a source (of a CSV) is kept among the raw records: its lines can be read only with it. Derived from the path,
 * which every event carries.
 */
export function headerId(path: string): string {
  return createHash('sha256').update(`header\0${path}`).digest('hex').slice(0, 32);
}
