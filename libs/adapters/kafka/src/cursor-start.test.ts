import { describe, expect, it } from 'vitest';
import { cursorStart } from './cursor-start.js';

const extents = new Map([[0, { low: 10, high: 20 }]]);

describe('cursorStart', () => {
  it('goes on behind the position', () => {
    expect(cursorStart({ '0': 14 }, extents)).toEqual({ next: new Map([[0, 15]]), gaps: [] });
    expect(cursorStart({ '0': 19 }, extents)).toEqual({ next: new Map([[0, 20]]), gaps: [] });
  });

  it('says what retention took', () => {
    const gaps = [{ partition: 0, fromOffset: 5, toOffset: 10 }];
    expect(cursorStart({ '0': 4 }, extents)).toEqual({ next: new Map([[0, 10]]), gaps });
  });

  it('reads everything of a topic that was made anew under the same name', () => {
    const gaps = [{ partition: 0, fromOffset: 31, toOffset: 10 }];
    expect(cursorStart({ '0': 30 }, extents)).toEqual({ next: new Map([[0, 10]]), gaps });
  });

  it('leaves out partitions that are no longer there', () => {
    expect(cursorStart({ '7': 3 }, new Map())).toEqual({ next: new Map(), gaps: [] });
  });
});
