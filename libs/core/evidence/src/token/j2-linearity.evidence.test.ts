import { describe, expect, it } from 'vitest';
import {
  forgedUses,
  keyHistory,
  lawfulJtis,
  lawfulRecords,
  lawfulTokens,
  minuteUs,
  nightUs,
  plainToken,
  quietShop,
  secondUs,
  seededRandom,
} from '@faultline/detect/testing';
import { alarmsAllowed, evidenceOf, onlyEvidence } from '../testing/run-test.js';
import { jtiLinearity } from './j2-linearity.evidence.js';

const lawful = lawfulRecords(quietShop);
/** Makes the forged tokens suspects where the ledger does not. */
const history = keyHistory(plainToken.iss ?? '', ['key-1'], 30);

describe('J2, linearity', () => {
  it.each(['uuid4', 'uuid7', 'ulid', 'base64url'])('sees a counter among lawful ids of class %s', (name) => {
    const jti = lawfulJtis[name] ?? (() => '');
    const evidence = onlyEvidence(jtiLinearity, [...lawfulRecords({ ...quietShop, jti }), ...forgedUses()]);
    expect(evidence).toMatchObject({ test: 'J2', status: 'SIGNIFICANT', n: 40, e: 100 });
  });

  it('gives a perfect counter a small chance, never none', () => {
    expect(onlyEvidence(jtiLinearity, [...lawful, ...forgedUses()]).p).toBeGreaterThan(0);
  });

  it('finds a counter of which half the values are unused, from twelve tokens on', () => {
    let missed = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const random = seededRandom(seed);
      let value = 1_000_000 + seed;
      const events = [
        ...lawful,
        ...forgedUses({ count: 12, jti: () => String((value += random.int(1, 3))) }),
      ];
      if (onlyEvidence(jtiLinearity, events).status !== 'SIGNIFICANT') missed += 1;
    }
    expect(missed).toBeLessThanOrEqual(5);
  });

  it('is missing below eight tokens', () => {
    expect(onlyEvidence(jtiLinearity, [...lawful, ...forgedUses({ count: 7 })])).toMatchObject({
      status: 'MISSING',
      e: 1,
    });
  });

  it('is missing where lawful ids are written alike and ascend themselves', () => {
    const sequence = lawfulRecords({ ...quietShop, jti: lawfulJtis['sequence'] ?? (() => '') });
    expect(onlyEvidence(jtiLinearity, [...sequence, ...forgedUses()]).status).toBe('MISSING');
  });

  it('is missing with too few lawful tokens to compare with', () => {
    const few = lawfulRecords({ ...quietShop, days: 8, perHour: 0.5 });
    expect(onlyEvidence(jtiLinearity, [...few, ...history, ...forgedUses()])).toMatchObject({
      status: 'MISSING',
      e: 1,
    });
  });

  it('random ids of a new client are no counter', () => {
    const random = seededRandom(4);
    const uuid = lawfulJtis['uuid4'] ?? (() => '');
    const events = [...lawful, ...forgedUses({ count: 20, jti: (n) => uuid(n, nightUs, random) })];
    expect(onlyEvidence(jtiLinearity, events).status).not.toBe('SIGNIFICANT');
  });

  it.each(Object.entries(lawfulJtis))(
    'lawful %s never alarms: 300 new clients whose tokens are in no ledger',
    (_, jti) => {
      let alarms = 0;
      for (let seed = 1; seed <= 300; seed++) {
        const random = seededRandom(seed);
        const base = lawfulTokens({ ...quietShop, seed, days: 4, perHour: 6, jti });
        const records = base.flatMap(({ use, issue }) => [use, issue]);
        const startUs = nightUs - 24 * 24 * 60 * minuteUs;
        const count = random.int(8, 30);
        const fresh = forgedUses({
          count,
          startUs,
          jti: (n) => jti(base.length + n, startUs + n * 9 * secondUs, random),
          token: { azp: 'new', claimKeys: ['iss', 'jti', 'iat'] },
        });
        if (evidenceOf(jtiLinearity, [...records, ...fresh]).some(({ status }) => status === 'SIGNIFICANT'))
          alarms += 1;
      }
      expect(alarms).toBeLessThanOrEqual(alarmsAllowed(300, 0.001));
    },
    240_000,
  );
});
