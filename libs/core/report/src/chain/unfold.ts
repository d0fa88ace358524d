import type { Appearance } from './appearances.js';
import type { Group } from './group.js';

/** Names tell more than a count: what the answer marks is drawn one by one up to here, everything else up to three. */
const markedMax = 6;
const plainMax = 3;

function isMarked(place: Appearance | undefined): boolean {
  return (
    place !== undefined && (place.marks.impact || place.marks.rootRank !== null || place.marks.cut !== null)
  );
}

/** Takes small groups apart again, marked ones first, as long as the picture stays within `limit` boxes. */
export function unfold(
  groups: readonly Group[],
  places: readonly Appearance[],
  limit: number,
): readonly Group[] {
  let room = limit - groups.length;
  const apart = new Set<Group>();
  for (const marked of [true, false])
    for (const group of groups) {
      const size = group.members.length;
      if (size < 2 || apart.has(group) || isMarked(places[group.members[0] ?? 0]) !== marked) continue;
      if (size > (marked ? markedMax : plainMax) || size - 1 > room) continue;
      room -= size - 1;
      apart.add(group);
    }
  return groups.flatMap((group) =>
    apart.has(group) ? group.members.map((member) => ({ members: [member], column: group.column })) : [group],
  );
}
