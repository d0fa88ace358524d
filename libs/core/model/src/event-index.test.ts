import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexEvents } from './event-index.js';
import type { EventOf } from './event.js';

const seen = (id: string, atUs: number): EventOf<'other'> => ({
  id,
  atUs,
  observedAtUs: null,
  clock: null,
  dataset: 'test',
  record: { path: 'test.jsonl', line: 1, offset: 0, length: 1 },
  kind: 'other',
  action: 'seen',
  host: null,
  service: null,
});

describe('indexEvents', () => {
  it('sorts by time, then id, and takes each id once', () => {
    const index = indexEvents([seen('b', 2), seen('c', 1), seen('a', 2), seen('b', 2)]);
    expect(index.of('other').map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(index.size).toBe(3);
  });

  it('is the same for every order of input, whatever the times and ids', () => {
    const event = fc.record({ id: fc.string({ maxLength: 3 }), atUs: fc.integer({ min: -3, max: 3 }) });
    const events = fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 20 });
    fc.assert(
      fc.property(
        events.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const idsOf = (of: typeof list) =>
            indexEvents(of.map(({ id, atUs }) => seen(id, atUs)))
              .of('other')
              .map(({ id }) => id);
          expect(idsOf(shuffled)).toEqual(idsOf(list));
        },
      ),
    );
  });

  it('spans from the first to the last event, also before 1970', () => {
    expect(indexEvents([seen('a', 5), seen('b', -7)]).span).toEqual({ startUs: -7, endUs: 5 });
  });

  it('of nothing has no span, no event and no kind', () => {
    const index = indexEvents([]);
    expect([index.span, index.size, index.of('alert'), index.byId('a')]).toEqual([null, 0, [], undefined]);
  });

  it('finds an event by id', () => {
    const event = seen('a', 1);
    expect(indexEvents([event]).byId('a')).toBe(event);
  });

  it('builds a table once, even one that is undefined', () => {
    const index = indexEvents([seen('a', 1)]);
    let built = 0;
    const table = (): undefined => {
      built += 1;
      return undefined;
    };
    index.memo(table);
    index.memo(table);
    expect(built).toBe(1);
    expect(index.memo((of) => of.size)).toBe(1);
  });
});
