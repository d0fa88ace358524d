import { describe, expect, it } from 'vitest';
import { indexEvents, type Event } from '@faultline/model';
import { dayUs, event, hourUs, minuteUs, mondayUs, secondUs } from '../testing/events.js';
import { seededRandom } from '../testing/seeded-random.js';
import { forgedUses, keyHistory, lawfulRecords, nightUs, quietShop } from '../testing/token-traffic.js';
import { ledgerCoverage } from './ledger-coverage.js';
import { suspectBursts } from './suspect-bursts.js';
import { jtiForm } from './token-shape.js';
import { unauthorisedBurst } from './unauthorised-burst.detection.js';
import { unissuedTokenAccepted } from './unissued-token-accepted.detection.js';

const lawful = lawfulRecords(quietShop);

describe('burst of HTTP 401', () => {
  const find = (events: readonly Event[]) => unauthorisedBurst.find(indexEvents(events));
  /** Expired sessions and typing errors: a few an hour, all day, in clusters. */
  const noise = (seed: number): Event[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 28 * 24 }, (_, hour) =>
      Array.from({ length: random.poisson(2 * random.gamma(1)) }, () =>
        event('http.access', mondayUs + hour * hourUs + random.int(0, 3599) * secondUs, { status: 401 }),
      ),
    ).flat();
  };

  it('finds the night, its service and whether tokens were presented', () => {
    const [impact, ...rest] = find([...noise(1), ...forgedUses()]);
    expect(rest).toEqual([]);
    expect(impact).toMatchObject({
      severity: 'high',
      entity: { kind: 'service', key: 'orders-api' },
      attack: ['T1550.001'],
      by: null,
    });
    expect(impact?.why).toContain('answered 401');
    expect(impact?.carriers?.size).toBeGreaterThanOrEqual(40);
  });

  it('names the sender where one address is behind most of it', () => {
    const flood = Array.from({ length: 80 }, (_, n) =>
      event('http.access', nightUs + n * secondUs, { status: 401, sourceIp: '203.0.113.5' }),
    );
    expect(find([...noise(1), ...flood])).toMatchObject([
      { severity: 'medium', by: { kind: 'ip', key: '203.0.113.5' }, attack: ['T1110'] },
    ]);
  });

  it('counts the alerts that say the same', () => {
    const alert = event('alert', nightUs + minuteUs, { httpStatus: 401, service: 'orders-api' });
    expect(find([...noise(1), ...forgedUses(), alert])[0]?.why).toContain('1 alerts say the same');
  });

  it('is silent about ordinary noise of 60 companies', () => {
    const loud = Array.from({ length: 60 }, (_, seed) => find(noise(seed + 1))).flat();
    expect(loud).toEqual([]);
  });

  it('ends at the time of the record that it names, and tells when it began', () => {
    const uses = forgedUses();
    const [impact] = find([...noise(1), ...uses]);
    const named = uses.find(({ id }) => id === impact?.event);
    expect(named?.atUs).toBe(impact?.atUs);
    expect(impact?.why).toContain(' from 2026-03-29T');
  });

  /** A service whose clients are refused all day long, in waves. */
  const busy = (): Event[] => {
    const random = seededRandom(5);
    return Array.from({ length: 12 * 24 * 3 }, (_, slot) =>
      Array.from({ length: random.poisson(12 * random.gamma(4)) }, () =>
        event('http.access', mondayUs + slot * 5 * minuteUs + random.int(0, 299) * secondUs, { status: 401 }),
      ),
    ).flat();
  };

  it('one absurdly dated record does not make the ordinary rare', () => {
    expect(find(busy())).toEqual([]);
    for (const atUs of [secondUs, mondayUs + 20_000 * dayUs])
      expect(find([...busy(), event('http.access', atUs, {})])).toEqual([]);
  });

  it('a service is measured by its own days, not by those of others', () => {
    const others = [0, 400].map((day) => event('http.access', mondayUs + day * dayUs, { service: 'old' }));
    expect(find([...busy(), ...others])).toEqual([]);
  });

  it('is silent about fewer than twenty, and about other refusals', () => {
    expect(find([...noise(1), ...forgedUses({ count: 12 })])).toEqual([]);
    expect(find([...noise(1), ...forgedUses({ status: 404 })])).toEqual([]);
  });
});

describe('tokens that were never issued were accepted', () => {
  const find = (events: readonly Event[]) => unissuedTokenAccepted.find(indexEvents(events));
  const accepted = forgedUses({ status: 200, service: 'payouts' });

  it('finds them, critical where one of them wrote to the database', () => {
    const traced = accepted.map((use, n) => ({ ...use, traceId: `trace-${n}` }));
    expect(find([...lawful, ...accepted])).toMatchObject([{ severity: 'high', entity: { key: 'payouts' } }]);
    expect(find([...lawful, ...traced, event('wal.context', nightUs, { traceId: 'trace-3' })])).toMatchObject(
      [{ severity: 'critical' }],
    );
  });

  it('ends at the time of the record that it names, and tells when it began', () => {
    const [impact] = find([...lawful, ...accepted]);
    expect(accepted.find(({ id }) => id === impact?.event)?.atUs).toBe(impact?.atUs);
    expect(impact?.why).toContain('the first at 2026-03-29T18:17:20');
  });

  it('finds tokens of a key that was never the issuer’s, without any ledger', () => {
    const noLedger = lawfulRecords({ ...quietShop, ledgerLoss: null });
    expect(
      find([...noLedger, ...keyHistory('https://login.example/realms/main', ['key-1'], 30), ...accepted]),
    ).toHaveLength(1);
  });

  it('is silent about tokens that were refused, and about a new client that the ledger knows', () => {
    expect(find([...lawful, ...forgedUses()])).toEqual([]);
    const issues = accepted.map((use) =>
      event('token.issue', use.atUs - 5 * secondUs, { jti: use.token.jti }),
    );
    expect(find([...lawful, ...accepted, ...issues])).toEqual([]);
  });

  it('is silent where nothing but rarity speaks against them: neither ledger nor key history', () => {
    expect(find([...lawfulRecords({ ...quietShop, ledgerLoss: null }), ...accepted])).toEqual([]);
  });

  it('is silent about a busy issuer whose ledger loses 5 % here and there', () => {
    expect(find(lawfulRecords({ ...quietShop, days: 4, perHour: 200, ledgerLoss: 0.05 }))).toEqual([]);
  });
});

describe('suspect bursts', () => {
  const burstsOf = (events: readonly Event[]) => indexEvents(events).memo(suspectBursts);

  it('makes one burst of tokens no more than ten minutes apart, and two of those further apart', () => {
    expect(burstsOf([...lawful, ...forgedUses()]).map((burst) => burst.tokens.length)).toEqual([40]);
    const later = forgedUses({ startUs: nightUs + hourUs, jti: (n) => `9${n}` });
    expect(burstsOf([...lawful, ...forgedUses(), ...later])).toHaveLength(2);
  });

  it('leaves out tokens whose signature was refused: their maker holds no key', () => {
    const bad = forgedUses({
      token: { iss: 'https://sso.internal', verified: false, error: 'signature verification failed' },
    });
    expect(burstsOf([...lawful, ...bad])).toEqual([]);
  });

  it('is anchored at the key where it is a published one, else at the issuer’s name', () => {
    const history = keyHistory('https://login.example/realms/main', ['key-1'], 30);
    expect(burstsOf([...lawful, ...history, ...forgedUses()])[0]?.anchor).toMatchObject({
      kind: 'signing-key',
      key: 'key-1',
    });
    expect(
      burstsOf([...lawful, ...history, ...forgedUses({ token: { iss: 'https://x.example', kid: 'k9' } })])[0]
        ?.anchor,
    ).toMatchObject({ kind: 'issuer', key: 'https://x.example' });
  });
});

describe('coverage of the ledger', () => {
  it('covers nothing in a long silence, before it begins and after it ends', () => {
    const times = Array.from({ length: 2000 }, (_, n) => mondayUs + n * minuteUs);
    const covers = ledgerCoverage(
      times.filter((atUs) => atUs < mondayUs + 10 * hourUs || atUs > mondayUs + 14 * hourUs),
    );
    expect(covers(mondayUs + 5 * hourUs)).toBe(true);
    expect(covers(mondayUs + 12 * hourUs)).toBe(false);
    expect(covers(mondayUs - hourUs)).toBe(false);
    expect(covers(mondayUs + 4 * dayUs)).toBe(false);
  });
});

describe('form of a jti', () => {
  it.each([
    ['0f8fad5b-d9cb-469f-a165-70867728950e', 'uuid4'],
    ['018f3c1e-1111-7abc-9def-0123456789ab', 'uuid7'],
    ['01KQCZWJV0D89T4QCK55PZE9J8', 'ulid'],
    ['3255694675', 'decimal'],
    ['c4f1', 'hex4'],
    ['svc-0073207', 'counter:svc-'],
    ['A1b2C3d4E5f6G7h8I9j0K1', 'text22'],
  ])('%s is %s', (jti, form) => expect(jtiForm(jti)).toBe(form));
});
