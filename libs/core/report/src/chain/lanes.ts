/** A box or a bend of a long edge, to be placed in a column. Numbers in `before` and `after` are indices of slots one column away. */
export interface Slot {
  readonly column: number;
  readonly height: number;
  /** How strongly it pulls its neighbours: bends are kept straight first. */
  readonly weight: number;
  /** A bend: nothing is drawn but a line. */
  readonly passing: boolean;
  readonly before: number[];
  readonly after: number[];
}

const sweeps = 8;

function mean(values: readonly number[], fallback: number): number {
  return values.length === 0 ? fallback : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Order inside the columns by the mean place of neighbours (barycentre heuristic, Sugiyama 1981). Stable, so deterministic. */
function orderColumns(slots: readonly Slot[], columns: number[][]): void {
  const rank = slots.map(() => 0);
  const number = (column: readonly number[]): void =>
    column.forEach((slot, index) => (rank[slot] = index - column.length / 2));
  columns.forEach(number);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const leftToRight = sweep % 2 === 0;
    for (const column of leftToRight ? columns : columns.toReversed()) {
      const pull = new Map(
        column.map((slot) => {
          const near = leftToRight ? slots[slot]?.before : slots[slot]?.after;
          return [
            slot,
            mean(
              (near ?? []).map((other) => rank[other] ?? 0),
              rank[slot] ?? 0,
            ),
          ];
        }),
      );
      column.sort((a, b) => (pull.get(a) ?? 0) - (pull.get(b) ?? 0));
      number(column);
    }
  }
}

interface Block {
  sum: number;
  weight: number;
  readonly members: number[];
}

/**
 * Least squares under minimum distances (isotonic regression by pooling adjacent violators): every slot as near to its wish as its
 * neighbours in the column allow, none overlapping. O(column).
 */
function settle(
  column: readonly number[],
  wish: readonly number[],
  slots: readonly Slot[],
  gap: number,
): readonly number[] {
  let offset = 0;
  const offsets = column.map((slot, index) => {
    const above = column[index - 1];
    const [upper, lower] = [slots[above ?? slot], slots[slot]];
    // Two lines that only pass by need less room than a box and its badges.
    if (above !== undefined && upper !== undefined && lower !== undefined)
      offset += (upper.height + lower.height) / 2 + (upper.passing && lower.passing ? gap / 4 : gap);
    return offset;
  });
  const blocks: Block[] = [];
  column.forEach((slot, index) => {
    const weight = slots[slot]?.weight ?? 1;
    let block: Block = {
      sum: ((wish[index] ?? 0) - (offsets[index] ?? 0)) * weight,
      weight,
      members: [index],
    };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.sum / last.weight >= block.sum / block.weight;
      last = blocks.at(-1)
    ) {
      block = {
        sum: last.sum + block.sum,
        weight: last.weight + block.weight,
        members: [...last.members, ...block.members],
      };
      blocks.pop();
    }
    blocks.push(block);
  });
  return blocks.flatMap((block) =>
    block.members.map((index) => block.sum / block.weight + (offsets[index] ?? 0)),
  );
}

/** Centre height of every slot, the smallest 0 at the top edge. */
export function laneHeights(slots: readonly Slot[], gap: number): readonly number[] {
  const columns: number[][] = [];
  slots.forEach((slot, index) => (columns[slot.column] ??= []).push(index));
  for (let index = 0; index < columns.length; index += 1) columns[index] ??= [];
  orderColumns(slots, columns);
  const y = slots.map(() => 0);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const leftToRight = sweep % 2 === 0;
    for (const column of leftToRight ? columns : columns.toReversed()) {
      const wish = column.map((slot) => {
        const { before = [], after = [] } = slots[slot] ?? {};
        const near = sweep >= sweeps - 2 ? [...before, ...after] : leftToRight ? before : after;
        return mean(
          near.map((other) => y[other] ?? 0),
          y[slot] ?? 0,
        );
      });
      settle(column, wish, slots, gap).forEach((height, index) => {
        const slot = column[index];
        if (slot !== undefined) y[slot] = height;
      });
    }
  }
  const lowest = Math.min(...slots.map((slot, index) => (y[index] ?? 0) - slot.height / 2));
  return y.map((height) => Math.round(height - lowest));
}
