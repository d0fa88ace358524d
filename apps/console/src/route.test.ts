import { describe, expect, it } from 'vitest';
import { parseRoute, routeHash } from './route.js';

describe('routes', () => {
  it('reads back what it writes, whatever stands in an id', () => {
    for (const id of ['incident-1', 'a/b?c#d', 'ü %41', '%']) {
      expect(parseRoute(routeHash({ kind: 'incident', id }))).toEqual({ kind: 'incident', id });
      expect(parseRoute(routeHash({ kind: 'crash', id }))).toEqual({ kind: 'crash', id });
      expect(parseRoute(routeHash({ kind: 'dependencies', entity: `file:${id}`, to: id }))).toEqual({
        kind: 'dependencies',
        entity: `file:${id}`,
        to: id,
      });
    }
    expect(parseRoute(routeHash({ kind: 'crashes' }))).toEqual({ kind: 'crashes' });
    expect(parseRoute(routeHash({ kind: 'incidents' }))).toEqual({ kind: 'incidents' });
    expect(parseRoute(routeHash({ kind: 'dependencies', entity: null, to: null }))).toEqual({
      kind: 'dependencies',
      entity: null,
      to: null,
    });
  });

  it('does not guess at what it does not know', () => {
    expect(parseRoute('#/nowhere')).toEqual({ kind: 'unknown', hash: '#/nowhere' });
    expect(parseRoute('')).toEqual({ kind: 'incidents' });
    expect(parseRoute('#/incidents/%E0%A4%A')).toEqual({ kind: 'incident', id: '%E0%A4%A' });
  });
});
