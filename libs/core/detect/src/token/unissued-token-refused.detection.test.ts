import { indexEvents } from '@faultline/model';
import { expect, it } from 'vitest';
import { detectImpacts } from '../detections.js';
import { forgedUses, lawfulRecords, quietShop } from '../testing/token-traffic.js';
import { unissuedTokenRefused } from './unissued-token-refused.detection.js';

const records = [...lawfulRecords(quietShop), ...forgedUses()];

it('names the service that refused them', () => {
  const [impact] = unissuedTokenRefused.find(indexEvents(records));
  expect(impact?.entity).toMatchObject({ kind: 'service', key: 'orders-api' });
  expect(impact?.carriers?.size).toBeGreaterThanOrEqual(5);
});

it('gives way to a burst of refusals at the same service, which contains them', () => {
  const names = detectImpacts(indexEvents(records)).map((impact) => impact.detection);
  expect(names).toContain('unauthorised-burst');
  expect(names).not.toContain('unissued-token-refused');
});

it('names nothing where no token contradicts a ledger or a key history', () => {
  expect(unissuedTokenRefused.find(indexEvents(lawfulRecords(quietShop)))).toEqual([]);
});
