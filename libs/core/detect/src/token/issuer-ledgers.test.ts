import { describe, expect, it } from 'vitest';
import { indexEvents, type Event } from '@faultline/model';
import { dayUs, event, hourUs, mondayUs, plainToken } from '../testing/events.js';
import { forgedUses, keyHistory, lawfulRecords, quietShop } from '../testing/token-traffic.js';
import { contradictedBursts } from './contradicted-bursts.js';
import { unissuedTokenAccepted } from './unissued-token-accepted.detection.js';

const lawful = lawfulRecords(quietShop);
const login = plainToken.iss ?? '';
const accepted = (token: Partial<typeof plainToken>): Event[] => forgedUses({ status: 200, token });
const contradicted = (...events: readonly Event[]) => indexEvents(events).memo(contradictedBursts).length;
const history = (issuer: string, kid: string, thumbprint: string | null): Event =>
  event('jwks.observed', mondayUs, {
    issuer,
    service: null,
    keys: [{ kid, alg: 'RS256', kty: 'RSA', thumbprint }],
  });
const partner = 'https://partner.example';

describe('ledgers of issuers', () => {
  it.each([
    ['no key history', []],
    ['a key history of the company alone', keyHistory(login, ['key-1'], 30)],
    ['both key histories', [...keyHistory(login, ['key-1'], 30), ...keyHistory(partner, ['p-key'], 30)]],
  ])('a partner without a ledger issues lawfully: %s', (_, keys) => {
    const tokens = Array.from({ length: 28 }, (__, day) =>
      forgedUses({
        count: 22,
        status: 200,
        startUs: mondayUs + day * dayUs + 9 * hourUs,
        jti: (n) => `partner-${day}-${n}`,
        token: { iss: partner, kid: 'p-key' },
      }),
    ).flat();
    expect(unissuedTokenAccepted.find(indexEvents([...lawful, ...tokens, ...keys]))).toEqual([]);
  });

  it('whoever names no issuer of the ledger but signs with its key must be in it', () => {
    const kid = '0b9RkT6rXvC2m1Wq7dYzUA';
    const signed = lawful.map((record) =>
      record.kind === 'token.use' ? { ...record, token: { ...record.token, kid } } : record,
    );
    expect(contradicted(...signed, history(login, kid, null), ...accepted({ iss: partner, kid }))).toBe(1);
    expect(contradicted(...signed, ...accepted({ iss: partner, kid }))).toBe(1);
  });

  it('a key that is called alike is no key of another issuer', () => {
    const own = history(partner, 'key-1', 'a partner’s modulus');
    const tokens = accepted({ iss: partner });
    expect(contradicted(...lawful, history(login, 'key-1', 'ours'), own, ...tokens)).toBe(0);
    expect(contradicted(...lawful, ...tokens)).toBe(0);
  });

  it('a key that two issuers publish answers to both ledgers', () => {
    const keys = [login, partner].map((issuer) => history(issuer, 'key-1', 'the same modulus'));
    expect(contradicted(...lawful, ...keys, ...accepted({ iss: partner }))).toBe(1);
  });

  it('a key that the named issuer never published contradicts its history without any ledger', () => {
    const keys = [...keyHistory(login, ['key-1'], 30), ...keyHistory(partner, ['p-key'], 30)];
    expect(contradicted(...lawful, ...keys, ...accepted({ iss: partner, kid: 'p-other' }))).toBe(1);
  });

  describe('of a name and a key that nobody published', () => {
    const at = (domain: string): Event => event('http.access', mondayUs, { service: 'identity', domain });
    const names = [...keyHistory(login, ['key-1'], 30), at('sso.internal')];

    it('the ledger of the service that answers to the name counts', () => {
      expect(contradicted(...lawful, ...names, ...accepted({ kid: 'unheard-of' }))).toBe(1);
    });

    it('a sister realm of the same service keeps its own', () => {
      const sister = accepted({ iss: 'https://sso.internal/realms/sister', kid: 'unheard-of' });
      expect(contradicted(...lawful, ...names, ...sister)).toBe(0);
    });

    it('a name that no service answers to has none', () => {
      expect(contradicted(...lawful, ...names, ...accepted({ iss: partner, kid: 'unheard-of' }))).toBe(0);
    });
  });

  it('a ledger that fell silent for one realm is not kept alive by another', () => {
    const named = lawful.flatMap((record): Event[] =>
      record.kind !== 'token.issue'
        ? [record]
        : record.atUs < mondayUs + 20 * dayUs
          ? [{ ...record, realm: 'main' }]
          : [],
    );
    const staff = Array.from({ length: 30 * 24 }, (_, hour) =>
      event('token.issue', mondayUs + hour * hourUs, { realm: 'staff', jti: `staff-${hour}` }),
    );
    expect(contradicted(...named, ...staff, ...accepted({ iss: login }))).toBe(0);
  });
});
