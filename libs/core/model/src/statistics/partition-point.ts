/**
 * How many items of a sorted list come before a place: the length of its longest beginning of which every item `isBefore`. O(log n).
 * The list must be partitioned so that no item after that beginning is before.
 */
export function partitionPoint<T>(sorted: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
