import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentChanges, type HeldIncident } from './incident-changes.js';

const heldOf = (digests: readonly string[]): readonly HeldIncident[] =>
  digests.map((digest, index) => ({ place: index + 1, digest }));

/** As the database does it: drop, move all at once, add. */
function applied(before: readonly string[], after: readonly string[]): readonly (string | undefined)[] {
  const { dropped, moved, added } = incidentChanges(heldOf(before), after);
  const table = new Map(heldOf(before).map(({ place, digest }) => [place, digest] as const));
  for (const place of dropped) table.delete(place);
  const moving = moved.map(({ from, to }) => [to, table.get(from) ?? ''] as const);
  for (const { from } of moved) table.delete(from);
  for (const [place, digest] of [...moving, ...added.map((to) => [to, after[to - 1] ?? ''] as const)]) {
    expect(table.has(place)).toBe(false);
    table.set(place, digest);
  }
  expect(table.size).toBe(after.length);
  return after.map((_, index) => table.get(index + 1));
}

describe('incidentChanges', () => {
  it('turns any list into any other and never puts two at one place', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        expect(applied(before, after)).toEqual(after);
      }),
    );
  });

  it('writes nothing for what is there already', () => {
    expect(incidentChanges(heldOf(['a', 'b']), ['a', 'b'])).toEqual({ dropped: [], moved: [], added: [] });
  });

  it('moves what a new first incident pushes down, and writes that one only', () => {
    expect(incidentChanges(heldOf(['a', 'b']), ['new', 'a', 'b'])).toEqual({
      dropped: [],
      moved: [
        { from: 1, to: 2 },
        { from: 2, to: 3 },
      ],
      added: [1],
    });
  });
});
