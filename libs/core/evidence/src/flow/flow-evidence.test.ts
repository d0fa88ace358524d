import { describe, expect, it } from 'vitest';
import { event, forgedUses, minuteUs, mondayUs, plainToken, processRef } from '@faultline/detect/testing';
import type { Event } from '@faultline/model';
import { evidenceOf, onlyEvidence } from '../testing/run-test.js';
import { rareDestination } from './f1-rare-destination.evidence.js';
import { untrustedSource } from './f2-untrusted-source.evidence.js';
import { singleSourceRefusals } from './f3-single-source-401.evidence.js';

describe('F1, rare destination', () => {
  const flows = (address: string, name: string, count: number): Event[] =>
    Array.from({ length: count }, (_, n) =>
      event('network.flow', mondayUs + n, { process: processRef(name), destinationIp: address }),
    );
  const ordinary = Array.from({ length: 20 }, (_, n) => [
    ...flows(`198.51.100.${n}`, 'browser', 2),
    ...flows(`198.51.100.${n}`, 'mailer', 2),
  ]).flat();
  const image = 'c:\\users\\ann\\downloads\\setup.exe';
  const fresh = [
    event('file.write', mondayUs - minuteUs, { path: image }),
    event('process.start', mondayUs, { process: processRef('setup', image) }),
    event('network.flow', mondayUs + 5, {
      process: processRef('setup', image),
      destinationIp: '203.0.113.9',
      destinationPort: 4444,
    }),
  ];

  it('is significant for a new program that alone talks to an address', () => {
    expect(onlyEvidence(rareDestination, [...ordinary, ...fresh])).toMatchObject({
      family: 'flow',
      test: 'F1',
      status: 'SIGNIFICANT',
    });
  });

  it('is silent where an old program does, or where others talk to it as well', () => {
    expect(evidenceOf(rareDestination, [...ordinary, ...fresh.slice(1)])).toEqual([]);
    expect(
      evidenceOf(rareDestination, [
        ...ordinary,
        ...fresh,
        event('network.flow', mondayUs, {
          process: processRef('browser'),
          destinationIp: '203.0.113.9',
          destinationPort: 4444,
        }),
      ]),
    ).toEqual([]);
  });

  it('says nothing with fewer than thirty flows', () =>
    expect(evidenceOf(rareDestination, fresh)).toEqual([]));
});

describe('F2, untrusted source', () => {
  const download = (hostUrl: string): Event =>
    event('file.write', mondayUs, { zone: { id: 3, hostUrl, referrerUrl: null } });

  it.each([
    ['http://203.0.113.9/setup.exe', 10],
    ['http://downloads.example/setup.exe', 5],
    ['https://203.0.113.9:8443/setup.exe', 5],
    ['https://[2001:db8::1]/setup.exe', 5],
  ])('weighs %s by what vouches for it', (url, e) =>
    expect(onlyEvidence(untrustedSource, [download(url)])).toMatchObject({ status: 'SIGNIFICANT', e }),
  );

  it.each(['https://downloads.example/setup.exe', 'about:internet'])('is silent about %s', (url) =>
    expect(evidenceOf(untrustedSource, [download(url)])).toEqual([]),
  );

  it('is silent where the address was not recorded', () => {
    expect(
      evidenceOf(untrustedSource, [
        event('file.write', mondayUs, { zone: { id: 3, hostUrl: null, referrerUrl: null } }),
      ]),
    ).toEqual([]);
  });
});

describe('F3, one source of refusals', () => {
  const visitors = Array.from({ length: 60 }, (_, n) =>
    event('http.access', mondayUs + n, { sourceIp: `10.0.0.${n}`, status: n % 9 === 0 ? 401 : 200 }),
  );
  const refused = (count: number, sourceIp: string): Event[] =>
    Array.from({ length: count }, (_, n) => event('http.access', mondayUs + n, { sourceIp, status: 401 }));

  it('is significant for the address that is refused far more often than any other', () => {
    expect(onlyEvidence(singleSourceRefusals, [...visitors, ...refused(50, '203.0.113.5')])).toMatchObject({
      family: 'flow',
      test: 'F3',
      status: 'SIGNIFICANT',
    });
  });

  it('is silent about ordinary refusals, and about a network where many are refused', () => {
    expect(evidenceOf(singleSourceRefusals, visitors)).toEqual([]);
    const many = Array.from({ length: 20 }, (_, n) => refused(30, `203.0.113.${n}`)).flat();
    expect(evidenceOf(singleSourceRefusals, [...visitors, ...many])).toEqual([]);
  });

  it('accuses the signer and not the bearer of tokens that some key signed', () => {
    const uses = forgedUses({ count: 50 }).map((use) => ({ ...use, sourceIp: '203.0.113.5' }));
    expect(evidenceOf(singleSourceRefusals, [...visitors, ...uses])).toEqual([]);
  });

  it('accuses the sender of tokens whose signature did not hold', () => {
    const token = { ...plainToken, verified: false, error: 'invalid_signature' };
    const uses = forgedUses({ count: 50, token }).map((use) => ({ ...use, sourceIp: '203.0.113.5' }));
    expect(evidenceOf(singleSourceRefusals, [...visitors, ...uses])).toHaveLength(1);
  });

  it('says nothing with fewer than twenty addresses', () =>
    expect(evidenceOf(singleSourceRefusals, refused(50, '203.0.113.5'))).toEqual([]));
});
