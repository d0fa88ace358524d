import { describe, expect, it } from 'vitest';
import { questionOf, timeUs } from './graph-question.js';

const options = { asOf: null, knownAt: null, limit: null };

describe('questionOf', () => {
  it('reads each question', () => {
    expect(questionOf(['paths', 'a:1', 'b:2'], options)).toEqual({
      kind: 'paths',
      from: 'a:1',
      to: 'b:2',
      ...options,
    });
    expect(questionOf(['upstream', 'file:c:\\a b'], options)).toMatchObject({ entity: 'file:c:\\a b' });
    expect(questionOf(['common-causes', 'a:1', 'b:2', 'c:3'], options)).toMatchObject({
      entities: ['a:1', 'b:2', 'c:3'],
    });
  });

  it.each([
    [[], 'name a question'],
    [['sideways', 'a:1'], 'no question "sideways"'],
    [['paths', 'a:1'], 'two entities'],
    [['paths', 'a:1', 'b:1', 'c:1'], 'two entities'],
    [['upstream'], 'one entity'],
    [['blast-radius', 'a:1', 'b:1'], 'one entity'],
    [['common-causes', 'a:1'], '2 to 8'],
    [['common-causes', ...Array.from({ length: 9 }, () => 'a:1')], '2 to 8'],
    [['downstream', 'nocolon'], 'KIND:KEY'],
    [['downstream', ':key'], 'KIND:KEY'],
    [['downstream', 'kind:'], 'KIND:KEY'],
  ])('refuses %j and says what is missing', (words, says) => {
    expect(() => questionOf(words, options)).toThrow(expect.objectContaining({ code: 'FL_USAGE' }));
    expect(() => questionOf(words, options)).toThrow(says);
  });
});

describe('timeUs', () => {
  it.each([
    ['1750000000000000', 1_750_000_000_000_000],
    ['-5', -5],
    ['2026-03-08T02:17:00Z', 1_772_936_220_000_000],
    ['2026-03-08T10:17:00+08:00', 1_772_936_220_000_000],
  ])('reads %s', (text, us) => expect(timeUs('--as-of', text)).toBe(us));

  it.each(['yesterday', '2026-03-08', '2026-03-08T02:17:00', '2026-99-99T02:17:00Z', '1e99', ''])(
    'refuses %j, which is no time or one of an unknown zone',
    (text) => expect(() => timeUs('--as-of', text)).toThrow('--as-of'),
  );
});
