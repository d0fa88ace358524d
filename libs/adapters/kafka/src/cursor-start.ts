import type { LogPosition } from '@faultline/model';
import type { Extent } from './log-extent.js';

/** Offsets that a reader was not given: retention took them before it came, or the topic is not the one that it had read. */
export interface LogGap {
  readonly partition: number;
  readonly fromOffset: number;
  /** First offset that is read instead. */
  readonly toOffset: number;
}

export interface CursorStart {
  /** Partition → first offset to read. */
  readonly next: ReadonlyMap<number, number>;
  readonly gaps: readonly LogGap[];
}

/**
 * Where a cursor behind `after` begins. What retention took is skipped. A place beyond the end can only be of another topic under the same name, so everything
 * is read: twice is allowed, missing is not.
 */
export function cursorStart(after: LogPosition, extents: ReadonlyMap<number, Extent>): CursorStart {
  const next = new Map<number, number>();
  const gaps: LogGap[] = [];
  for (const [partition, { low, high }] of extents) {
    const wanted = (after[String(partition)] ?? -1) + 1;
    const start = wanted < low || wanted > high ? low : wanted;
    next.set(partition, start);
    if (start !== wanted) gaps.push({ partition, fromOffset: wanted, toOffset: start });
  }
  return { next, gaps };
}
