import type { Slot } from './lanes.js';
import { box, type DrawnArrow } from './edges.js';

/** Slots of all boxes (same indices as the boxes), then of the bends; `bends[i]` lists the bends of arrow i from left to right. */
export interface Slots {
  readonly slots: readonly Slot[];
  readonly bends: readonly (readonly number[])[];
}

/** Above this, long edges run straight across: a bend for each would cost more time than the picture is worth. */
const bendsMax = 3000;

/** Gives every edge that skips columns a free lane to run in, so that it crosses no box. */
export function slotsOf(
  nodes: readonly { readonly column: number; readonly height: number }[],
  arrows: readonly DrawnArrow[],
): Slots {
  const slots: Slot[] = nodes.map((node) => ({
    column: node.column,
    height: node.height,
    weight: 1,
    passing: false,
    before: [],
    after: [],
  }));
  const columnOf = (index: number): number => slots[index]?.column ?? 0;
  const lengths = arrows.map((arrow) => Math.max(0, Math.abs(columnOf(arrow.from) - columnOf(arrow.to)) - 1));
  const straight = lengths.reduce((sum, length) => sum + length, 0) > bendsMax;
  const bends = arrows.map((arrow) => {
    const [left, right] =
      columnOf(arrow.from) <= columnOf(arrow.to) ? [arrow.from, arrow.to] : [arrow.to, arrow.from];
    const own: number[] = [];
    if (columnOf(left) === columnOf(right)) return own;
    let last = left;
    for (let column = columnOf(left) + 1; !straight && column < columnOf(right); column += 1) {
      const bend =
        slots.push({ column, height: box.bendHeight, weight: 2, passing: true, before: [last], after: [] }) -
        1;
      slots[last]?.after.push(bend);
      own.push(bend);
      last = bend;
    }
    if (!straight || columnOf(right) - columnOf(left) === 1) {
      slots[last]?.after.push(right);
      slots[right]?.before.push(last);
    }
    return own;
  });
  return { slots, bends };
}
