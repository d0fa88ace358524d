import type { Appearance, Appearances } from './appearances.js';
import type { Group } from './group.js';
import { unfold } from './unfold.js';

/** More boxes than this are no picture any more. */
const boxesMax = 60;
/** A column taller than this is collapsed even where the whole picture would fit. */
const columnMax = 14;
/** Real chains settle within their length; the bound keeps a hostile one from costing places × rounds. */
const roundsMax = 40;

/** What keeps two places apart at every level: a mark must never disappear in a crowd, and the first root cause stands alone. */
function roleOf({ marks, again }: Appearance): string {
  const root = marks.rootRank === null ? '' : marks.rootRank === 1 ? 'root1' : 'root';
  return `${root}|${marks.impact ? 'impact' : ''}|${marks.cut ?? ''}|${again ? 'again' : ''}`;
}

function relabel(names: readonly string[]): readonly number[] {
  const numbers = new Map<string, number>();
  return names.map((name) => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  });
}

/** Splits classes until members of one class have neighbours in the same classes (colour refinement), at most `rounds` times. */
function refine(start: readonly number[], { arrows }: Appearances, rounds: number): readonly number[] {
  let classes = start;
  for (let round = 0; round < rounds; round += 1) {
    const sources = classes.map((): Set<number> => new Set());
    const targets = classes.map((): Set<number> => new Set());
    for (const { from, to } of arrows) {
      targets[from]?.add(classes[to] ?? 0);
      sources[to]?.add(classes[from] ?? 0);
    }
    const order = (set: Set<number> | undefined): string => [...(set ?? [])].sort((a, b) => a - b).join(',');
    const finer = relabel(
      classes.map((own, index) => `${String(own)}<${order(sources[index])}>${order(targets[index])}`),
    );
    if (new Set(finer).size === new Set(classes).size) return finer;
    classes = finer;
  }
  return classes;
}

function groupBy(classes: readonly number[], columns: readonly number[]): readonly Group[] {
  const members = new Map<number, number[]>();
  classes.forEach((own, index) => {
    const group = members.get(own);
    if (group === undefined) members.set(own, [index]);
    else group.push(index);
  });
  return [...members.values()].map((group) => ({
    members: group,
    column: Math.min(...group.map((index) => columns[index] ?? 0)),
  }));
}

function dense(groups: readonly Group[]): readonly Group[] {
  const used = [...new Set(groups.map((group) => group.column))].sort((a, b) => a - b);
  return groups.map((group) => ({ ...group, column: used.indexOf(group.column) }));
}

/**
 * Groups for drawing. Small chains keep every entity. Otherwise parallel places of one kind share a box: first only those whose neighbours
 * are alike too, then all of a kind in a column, then whole runs of columns, until the picture has at most `limit` boxes.
 */
export function collapse(
  appearances: Appearances,
  columns: readonly number[],
  limit = boxesMax,
): readonly Group[] {
  const { places } = appearances;
  const heights = new Map<number, number>();
  for (const column of columns) heights.set(column, (heights.get(column) ?? 0) + 1);
  const single = groupBy(
    places.map((_, index) => index),
    columns,
  );
  if (places.length <= limit && Math.max(0, ...heights.values()) <= Math.min(columnMax, Math.ceil(limit / 4)))
    return single;

  const classesFor = (bucket: number, byKind: boolean): readonly number[] =>
    relabel(
      places.map(
        (place, index) =>
          `${byKind ? place.entity.kind : ''}|${roleOf(place)}|${String(Math.floor((columns[index] ?? 0) / bucket))}`,
      ),
    );
  const byColumn = classesFor(1, true);
  let groups: readonly Group[] = single;
  for (const rounds of [roundsMax, 1, 0]) {
    groups = groupBy(refine(byColumn, appearances, rounds), columns);
    if (groups.length <= limit) return unfold(groups, places, limit);
  }
  const columnCount = Math.max(0, ...columns) + 1;
  for (let bucket = 2; bucket < columnCount * 2; bucket *= 2)
    for (const byKind of [true, false]) {
      groups = groupBy(
        classesFor(bucket, byKind),
        columns.map((column) => Math.floor(column / bucket)),
      );
      if (groups.length <= limit) return dense(groups);
    }
  return dense(groups);
}
