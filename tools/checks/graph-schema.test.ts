import { linkingRules } from '@faultline/correlate';
import { linkTypes } from '@faultline/graph';
import { expect, test } from 'vitest';

/** Types that rules draw under another name: a ready link has any kind; the kind of the other is shorter than its edge. */
const otherNames = new Set(['GIVEN', 'NAMED_ON_COMMAND_LINE_OF']);

test('every edge that a linking rule draws has a type in the graph schema', () => {
  const known = new Set(linkTypes.map(({ type }) => type));
  const drawn = linkingRules.flatMap(({ draws }) =>
    [...draws.matchAll(/\[:([A-Z_|]+)\]/g)].flatMap(([, types = '']) => types.split('|')),
  );
  expect(drawn.length).toBeGreaterThan(40);
  expect(drawn.filter((type) => !known.has(type) && !otherNames.has(type))).toEqual([]);
});
