import { describe, expect, it } from 'vitest';
import { commonCauses } from './common-causes.js';
import { walkReach } from './graph-store.walk.js';
import { anyTime, entity, link, snapshotOf } from './testing/sample-snapshot.js';
import { snapshotReader } from './testing/snapshot-reader.js';

// One build makes two artifacts; only the second reads the key. A late login is upstream of one alone by time.
const names = [
  'commit/c',
  'build/b',
  'artifact/1',
  'artifact/2',
  'service/1',
  'service/2',
  'key/k',
  'user/u',
];
const reader = snapshotReader(
  snapshotOf('causes', names, [
    link('commit/c', 'build/b', 1),
    link('build/b', 'artifact/1', 2),
    link('build/b', 'artifact/2', 3),
    link('artifact/1', 'service/1', 4),
    link('key/k', 'artifact/2', 4),
    link('artifact/2', 'service/2', 5),
    link('user/u', 'service/1', 6),
    link('user/u', 'artifact/2', 9),
  ]),
);
const upstreamOf = async (name: string, limit = 100) => {
  const given = entity(name);
  return {
    entity: given,
    reach: await walkReach(reader, given.id, { ...anyTime, direction: 'upstream', limit }),
  };
};

describe('commonCauses', () => {
  it('names what is upstream of all, nearest first, with the hops to each', async () => {
    const { causes, truncated } = commonCauses(
      [await upstreamOf('service/1'), await upstreamOf('service/2')],
      10,
    );
    expect(causes.map(({ entity: cause, hops, boundUs }) => [cause.id, hops, boundUs])).toEqual([
      ['build:b', [2, 2], 2],
      ['commit:c', [3, 3], 1],
    ]);
    expect(truncated).toBe(false);
  });

  it('counts a given entity that is upstream of the others', async () => {
    const { causes } = commonCauses([await upstreamOf('artifact/1'), await upstreamOf('service/1')], 10);
    expect(causes.map(({ entity: cause, hops }) => [cause.id, hops])).toEqual([
      ['artifact:1', [0, 1]],
      ['build:b', [1, 2]],
      ['commit:c', [2, 3]],
    ]);
  });

  it('is the same in whatever order they are given', async () => {
    const three = [
      await upstreamOf('service/1'),
      await upstreamOf('service/2'),
      await upstreamOf('artifact/2'),
    ];
    const ids = (given: typeof three) => commonCauses(given, 10).causes.map((each) => each.entity.id);
    expect(ids(three.toReversed())).toEqual(ids(three));
    expect(ids(three)).toEqual(['build:b', 'commit:c']);
  });

  it('says when a cause may be missing', async () => {
    const cut = [await upstreamOf('service/1', 1), await upstreamOf('service/2')];
    expect(commonCauses(cut, 10)).toEqual({ causes: [], truncated: true });
    const few = [await upstreamOf('service/1'), await upstreamOf('service/2')];
    expect(commonCauses(few, 1)).toMatchObject({ causes: [{ entity: entity('build/b') }], truncated: true });
  });

  it('finds nothing where nothing is given', () => {
    expect(commonCauses([], 10)).toEqual({ causes: [], truncated: false });
  });
});
