import { describe, expect, it } from 'vitest';
import { badlyHandledTwin, token } from '../testing/hostile-twins.js';
import { failureOf, onlyEvent } from '../testing/normalise-document.js';

const link = {
  schema: 'faultline.link/1',
  from: { kind: 'host', key: 'a' },
  to: { kind: 'host', key: 'b', cost: null },
  atUs: 17,
  kind: 'login',
};

describe('faultline-link', () => {
  it('reads a link; an entity costs 1 unless it says otherwise, and null cannot be removed', () => {
    expect(onlyEvent('faultline-link', 'link', link)).toMatchObject({
      atUs: 17,
      from: { kind: 'host', key: 'a', cost: 1 },
      to: { kind: 'host', key: 'b', cost: null },
      seq: null,
      linkKind: 'login',
      bytes: null,
      evidence: [],
    });
  });

  it('reads what may be there', () => {
    const full = {
      ...link,
      from: { ...link.from, cost: 2.5 },
      seq: 3,
      bytes: 10,
      evidence: ['e-1', { line: 4 }],
    };
    expect(onlyEvent('faultline-link', 'link', full)).toMatchObject({
      from: { cost: 2.5 },
      seq: 3,
      bytes: 10,
      evidence: ['e-1', '{"line":4}'],
    });
  });

  it.each([
    [{ ...link, atUs: 1.5 }, '`atUs`'],
    [{ ...link, atUs: '17' }, '`atUs`'],
    [{ ...link, from: { kind: 'host' } }, '`from.key`'],
    [{ ...link, to: { ...link.to, cost: -1 } }, '`to.cost`'],
    [{ ...link, to: { ...link.to, cost: 'free' } }, '`to.cost`'],
    [{ ...link, seq: 0.5 }, '`seq`'],
    [{ ...link, kind: undefined }, '`kind`'],
  ])('names the first wrong field', (document, path) => {
    const failure = failureOf('faultline-link', document);
    expect(failure.code).toBe('FL_RECORD_SHAPE');
    expect(failure.reason).toContain(path);
  });

  it('keeps no token in evidence', () => {
    const event = onlyEvent('faultline-link', 'link', { ...link, evidence: [`saw ${token}`] });
    expect(event.evidence).toEqual(['saw [masked token]']);
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(link)).toBeNull());
});
