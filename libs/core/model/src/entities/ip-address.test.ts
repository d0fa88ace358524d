import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalIp } from './ip-address.js';

describe('canonicalIp', () => {
  // RFC 5952 §4 and §5, RFC 4291 §2.2.
  it.each([
    ['2001:0db8::0001', '2001:db8::1'],
    ['2001:db8:0:0:0:0:2:1', '2001:db8::2:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:DB8::AAAA', '2001:db8::aaaa'],
    ['ABCD:EF01:2345:6789:ABCD:EF01:2345:6789', 'abcd:ef01:2345:6789:abcd:ef01:2345:6789'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['::FFFF:129.144.52.38', '129.144.52.38'],
    ['0:0:0:0:0:ffff:8190:3426', '129.144.52.38'],
    ['192.0.2.1', '192.0.2.1'],
  ])('writes %s as %s', (given, canonical) => expect(canonicalIp(given)).toBe(canonical));

  it.each(['', '-', 'host', ':', '1::2::3', '1:2:3', '1:2:3:4:5:6:7:8:9', 'g::1', '12345::'])(
    'leaves %j alone, which is no address',
    (text) => expect(canonicalIp(text)).toBe(text),
  );

  it('gives the same for every spelling of one address, and that again for itself', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        const canonical = canonicalIp(ip);
        expect(canonicalIp(canonical)).toBe(canonical);
        expect(canonicalIp(ip.toUpperCase())).toBe(canonical);
      }),
    );
  });
});
