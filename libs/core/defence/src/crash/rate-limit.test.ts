import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateLimit } from './rate-limit.js';

describe('the limit of a route', () => {
  it('covers every value of its variable parts, and nothing longer', () => {
    const limit = rateLimit('GET /v1/baskets/{id}/items', 'a1');
    const pattern = /location ~ (\S+) \{/.exec(limit?.nginx ?? '')?.[1] ?? '';
    expect(new RegExp(pattern).test('/v1/baskets/17/items')).toBe(true);
    expect(new RegExp(pattern).test('/v1/baskets/17/items/2')).toBe(false);
    expect(limit?.envoy).toContain(pattern);
  });

  it('takes dots literally', () => {
    const pattern = /location ~ (\S+) \{/.exec(rateLimit('GET /a.json', 'a1')?.nginx ?? '')?.[1] ?? '';
    expect(new RegExp(pattern).test('/a.json')).toBe(true);
    expect(new RegExp(pattern).test('/axjson')).toBe(false);
  });

  it('says how to take it back and what it does not stop', () => {
    const { rollback } = rateLimit('GET /', 'a1') ?? { rollback: '' };
    expect(rollback).toContain('Roll back');
    expect(rollback).toContain('does not stop');
  });

  it('is not made of a path that could end the configuration', () => {
    for (const path of ["/a'}", '/a;b', '/a b', '/a\nb', '/{evil}', 'no-slash', '/$(x)', '/a*'])
      expect(rateLimit(`GET ${path}`, 'a1')).toBeNull();
  });

  it('holds nothing of a path but plain words, whatever was asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const limit = rateLimit(`GET /${path}`, 'a1');
        if (limit === null) return;
        expect(/location ~ \^[A-Za-z0-9._~\\/[\]^+-]*\$ \{/.test(limit.nginx)).toBe(true);
      }),
    );
  });
});
