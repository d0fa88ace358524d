import { describe, expect, it } from 'vitest';
import { blastRadius } from './blast-radius.js';
import { walkReach } from './graph-store.walk.js';
import { anyTime, link, snapshotOf } from './testing/sample-snapshot.js';
import { snapshotReader } from './testing/snapshot-reader.js';

const names = ['token/t', 'request/1', 'request/2', 'service/s', 'row/a', 'row/b', 'table/t', 'row-group/t'];
const reader = snapshotReader(
  snapshotOf('blast', names, [
    link('token/t', 'request/1', 1),
    link('token/t', 'request/2', 2),
    link('request/1', 'service/s', 3),
    link('request/1', 'row/a', 4),
    link('request/2', 'row/b', 5),
    link('row/a', 'table/t', 6),
    link('row/a', 'row-group/t', 7),
  ]),
);
const reachOf = (id: string, limit = 100) =>
  walkReach(reader, id, { ...anyTime, direction: 'downstream', limit });

describe('blastRadius', () => {
  it('groups by kind: lasting first, then nearest, then fewest', async () => {
    const radius = blastRadius(await reachOf('token:t'), 1);
    expect(radius.count).toBe(7);
    expect(radius.truncated).toBe(false);
    expect(radius.kinds.map(({ kind, lasting, count, hops }) => [kind, lasting, count, hops])).toEqual([
      ['service', true, 1, 2],
      ['row', true, 2, 2],
      ['row-group', true, 1, 3],
      ['table', true, 1, 3],
      ['request', false, 2, 1],
    ]);
    expect(radius.kinds[1]?.nearest.map(({ entity }) => entity.id)).toEqual(['row:a']);
  });

  it('says when the reach was cut short, and is empty where nothing follows', async () => {
    expect(blastRadius(await reachOf('token:t', 2), 10)).toMatchObject({ count: 2, truncated: true });
    expect(blastRadius(await reachOf('table:t'), 10)).toEqual({ count: 0, kinds: [], truncated: false });
  });
});
