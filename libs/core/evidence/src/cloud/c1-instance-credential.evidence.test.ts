import { describe, expect, it } from 'vitest';
import { event, mondayUs } from '@faultline/detect/testing';
import { evidenceOf, reportOf } from '../testing/run-test.js';
import { instanceCredential } from './c1-instance-credential.evidence.js';

const thief = {
  userAgent: '[aws-cli/1.18 Python/3.8 Darwin/19.5]',
  accessKeyId: 'ASIASTOLEN',
  sourceIp: '203.0.113.9',
};

describe('C1, instance credential in other hands', () => {
  it('locates the evidence at the key, and says what no record tells', () => {
    const events = [
      event('cloud.call', mondayUs, { ...thief, operation: 'ListBuckets' }),
      event('cloud.call', mondayUs + 5, thief),
    ];
    const { found, unknowns } = reportOf(instanceCredential, events);
    expect(found.map(({ entity, evidence }) => [entity.kind, entity.key, evidence.status])).toEqual([
      ['access-key', 'ASIASTOLEN', 'SIGNIFICANT'],
    ]);
    expect(unknowns.map(({ what }) => what)).toEqual(['how the credentials left the instance']);
  });

  it('is silent about software that reads its buckets with an SDK, and about people with keys of their own', () => {
    const software = Array.from({ length: 50 }, (_, n) => event('cloud.call', mondayUs + n));
    const person = event('cloud.call', mondayUs, { ...thief, sessionName: 'ann' });
    expect(evidenceOf(instanceCredential, [...software, person])).toEqual([]);
  });
});
