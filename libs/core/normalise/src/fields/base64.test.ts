import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Of, base64UrlOf } from '../testing/base64-of.js';
import { textOfBase64 } from './base64.js';

describe('textOfBase64', () => {
  // RFC 4648 §10
  it.each([
    ['', ''],
    ['Zg==', 'f'],
    ['Zm8=', 'fo'],
    ['Zm9v', 'foo'],
    ['Zm9vYg==', 'foob'],
    ['Zm9vYmE=', 'fooba'],
    ['Zm9vYmFy', 'foobar'],
  ])('reads the published vector %s', (base64, text) => expect(textOfBase64(base64)).toBe(text));

  it('reads any text back, in both alphabets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(textOfBase64(base64Of(text))).toBe(text);
        expect(textOfBase64(base64UrlOf(text))).toBe(text);
      }),
    );
  });

  it('never throws on bytes that are no UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(textOfBase64(base64Of([...bytes]))).not.toBeNull();
      }),
    );
    expect(textOfBase64(base64Of([0xc0, 0x80, 0xff, 0x61]))).toBe('\uFFFD\uFFFD\uFFFDa');
  });

  it.each(['a', '!!!!', 'YQ==YQ=='])('says null for %s', (text) => expect(textOfBase64(text)).toBeNull());
});
