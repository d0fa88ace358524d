import { describe, expect, it } from 'vitest';
import { kafkaRecordRef, placeOfRecordRef } from './kafka-record-ref.js';

describe('kafkaRecordRef', () => {
  it('names the place of a record, and the place is found again', () => {
    const ref = kafkaRecordRef('faultline.raw.siem', 3, 41, 512);
    expect(ref).toEqual({ path: 'kafka://faultline.raw.siem/3', line: 42, offset: 41, length: 512 });
    expect(placeOfRecordRef(ref)).toEqual({ topic: 'faultline.raw.siem', partition: 3, offset: 41 });
  });

  it.each([
    'logs/kafka://faultline.raw.siem/3',
    'kafka://faultline.raw.siem',
    'kafka://faultline.raw.siem/-1',
    'kafka://a b/0',
    'kafka://a/0/1',
    'kafka:///0',
    `kafka://${'a'.repeat(250)}/0`,
  ])('finds no place in %s', (path) => {
    expect(placeOfRecordRef({ path, line: 1, offset: 0, length: 1 })).toBeNull();
  });

  it('finds no place where the offset is none', () => {
    expect(placeOfRecordRef({ ...kafkaRecordRef('t', 0, 0, 1), offset: -1 })).toBeNull();
    expect(placeOfRecordRef({ ...kafkaRecordRef('t', 0, 0, 1), offset: 0.5 })).toBeNull();
  });
});
