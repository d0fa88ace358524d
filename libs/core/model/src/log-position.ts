import { z } from 'zod';

/**
 * A place in the event log: for each partition, the offset of the last entry that was read. A partition that is not named has not been
 * read at all, so `{}` is the start.
 */
export const logPositionSchema = z.record(z.string().regex(/^\d{1,9}$/), z.number().int().nonnegative());
export type LogPosition = Readonly<Record<string, number>>;

export const startOfLog: LogPosition = Object.freeze({});

/** In every partition the later of the two. */
export function laterPosition(a: LogPosition, b: LogPosition): LogPosition {
  const later: Record<string, number> = { ...a };
  for (const [partition, offset] of Object.entries(b)) {
    const known = later[partition];
    if (known === undefined || offset > known) later[partition] = offset;
  }
  return later;
}

/** Nothing up to `target` is missing from what `position` has read. */
export function reaches(position: LogPosition, target: LogPosition): boolean {
  return Object.entries(target).every(([partition, offset]) => (position[partition] ?? -1) >= offset);
}
