import { describe, expect, it } from 'vitest';
import { forgedUses, lawfulRecords, quietShop } from '@faultline/detect/testing';
import { onlyEvidence } from '../testing/run-test.js';
import { structuralNovelty } from './j4-structure.evidence.js';

const lawful = lawfulRecords({ ...quietShop, perHour: 8 });
/** Evening of the tenth day of the shop. */
const quietShopEndUs = Date.UTC(2026, 2, 11, 18, 17) * 1000;

describe('J4, structural novelty', () => {
  it('is significant for a structure that none of many tokens had', () => {
    const evidence = onlyEvidence(structuralNovelty, [...lawful, ...forgedUses()]);
    expect(evidence).toMatchObject({ family: 'token', test: 'J4', status: 'SIGNIFICANT' });
    expect(evidence.e).toBeGreaterThan(5);
  });

  it('counts the same novelty once, however many tokens have it', () => {
    const few = onlyEvidence(structuralNovelty, [...lawful, ...forgedUses({ count: 6 })]);
    const many = onlyEvidence(structuralNovelty, [...lawful, ...forgedUses({ count: 60 })]);
    expect(many.p).toBe(few.p);
  });

  it('is not significant where earlier tokens are built alike', () => {
    const alike = forgedUses({
      startUs: forgedUses({ count: 1 })[0]?.atUs ?? 0,
      token: { iss: 'https://sso.internal/realms/main' },
    });
    const earlier = alike.slice(0, 4).map((use) => ({
      ...use,
      id: `earlier-${use.id}`,
      atUs: use.atUs - 5e11,
      token: {
        ...use.token,
        jti: `1${use.token.jti ?? ''}`,
        iatUs: use.atUs - 5e11 - 1e6,
        expUs: use.atUs - 5e11 + 599e6,
      },
    }));
    expect(onlyEvidence(structuralNovelty, [...lawful, ...earlier, ...alike])).toMatchObject({
      status: 'NOT_SIGNIFICANT',
      e: 1,
    });
  });

  it('is missing below 500 tokens to compare with', () => {
    expect(
      onlyEvidence(structuralNovelty, [
        ...lawfulRecords({ ...quietShop, days: 10 }),
        ...forgedUses({ startUs: quietShopEndUs }),
      ]),
    ).toMatchObject({ status: 'MISSING', e: 1 });
  });

  it('says little where lawful clients differ from each other all the time', () => {
    const motley = lawful.map((record, place) =>
      record.kind === 'token.use' && place % 10 === 0
        ? { ...record, token: { ...record.token, claimKeys: ['iss', 'jti', `x${place}`] } }
        : record,
    );
    expect(onlyEvidence(structuralNovelty, [...motley, ...forgedUses()])).toMatchObject({
      status: 'NOT_SIGNIFICANT',
      e: 1,
    });
  });
});
