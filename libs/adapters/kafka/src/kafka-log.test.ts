import { logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { kafkaLogCreator } from './kafka-log.js';
import type { KafkaSettings } from './kafka-settings.js';

const settings: KafkaSettings = {
  brokers: ['127.0.0.1:9092'],
  clientId: 'test',
  topicPrefix: 'faultline',
  ssl: false,
  sasl: { mechanism: 'plain', username: 'ada', password: 'correct horse' },
};

function logged(level: logLevel, message: string, fields: object = {}): readonly unknown[] {
  const lines: unknown[] = [];
  const log = kafkaLogCreator((...line) => lines.push(line), settings)(level);
  const times = { timestamp: '2026-01-01T00:00:00Z', logger: 'kafkajs' };
  log({ namespace: '', level, label: '', log: { ...times, message, ...fields } });
  return lines;
}

describe('kafkaLogCreator', () => {
  it('calls an error of the driver a warning', () => {
    expect(logged(logLevel.ERROR, 'broker away')).toEqual([['warn', 'broker away', {}]]);
    expect(logged(logLevel.INFO, 'joined', { groupId: 'g' })).toEqual([['info', 'joined', { groupId: 'g' }]]);
  });

  it('keeps the password and tokens out, wherever they stand', () => {
    const fields = {
      error: new Error('correct horse'),
      deep: { list: ['correct horse', 'Bearer abcdefghijkl'] },
    };
    const text = JSON.stringify(logged(logLevel.DEBUG, 'password=correct horse', fields));
    expect(text).not.toContain('correct horse');
    expect(text).not.toContain('abcdefghijkl');
  });

  it('stands a field that cannot be shown, and bounds a long one', () => {
    const round: { self?: unknown } = {};
    round.self = round;
    expect(logged(logLevel.WARN, 'm', { round })).toEqual([['warn', 'm', { round: 'cannot be shown' }]]);
    expect(JSON.stringify(logged(logLevel.WARN, 'm', { long: 'x'.repeat(100_000) })).length).toBeLessThan(
      2_100,
    );
  });
});
