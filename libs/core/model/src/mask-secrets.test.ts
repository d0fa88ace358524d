import { describe, expect, it } from 'vitest';
import { excerptOf, maskSecrets } from './mask-secrets.js';

const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln';

describe('maskSecrets', () => {
  it.each([
    [`Authorization: Bearer ${token}`, 'Authorization: [masked] [masked token]'],
    [`GET /a?t=${token}&b=1`, 'GET /a?t=[masked token]&b=1'],
    [`a%3D${token}`, 'a%3D[masked token]'],
    [`eyJa.${token}`, '[masked token]'],
    [`eyJhbGciOiJub25lIn0.`, '[masked token]'],
    ['"password":"hunter22"', '"password":"[masked]"'],
    ['bearer%20abcdefgh', 'bearer%20[masked]'],
  ])('masks %s', (text, masked) => expect(maskSecrets(text)).toBe(masked));

  it.each(['eyJhbGciOiJub25lIn0', 'a plain line', 'The bearer of bad news', ''])(
    'leaves %s alone',
    (text) => {
      expect(maskSecrets(text)).toBe(text);
    },
  );

  it.each(['eyJ', 'eyJ.', 'bearer ', 'password ', 'bearer', ' ', '"', 'authorization:'])(
    'takes linear time on a megabyte of %j',
    (part) => {
      const text = part.repeat(Math.ceil(1e6 / part.length));
      const start = Date.now();
      maskSecrets(text);
      expect(Date.now() - start).toBeLessThan(2_000);
    },
  );
});

it('leaves no half of a token at the edge of an excerpt', () => {
  expect(excerptOf(`${'x'.repeat(190)} ${token}`)).not.toContain('eyJ');
});
