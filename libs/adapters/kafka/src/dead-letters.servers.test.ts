import { type KafkaServer, startKafka } from '@faultline/test-servers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { headerText } from './consumed-record.js';
import type { DeadLetter } from './dead-letters.js';
import { replayDead } from './replay-dead.js';
import { readTopic } from './testing/read-topic.js';
import { openTestKafka, type TestKafka } from './testing/test-kafka.js';
import { rawTopic } from './topics.js';

describe('dead letters', () => {
  let server: KafkaServer;
  let kafka: TestKafka;
  let siem: string;
  beforeAll(async () => {
    server = await startKafka();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    kafka = await openTestKafka(server, 2);
    siem = rawTopic(kafka.settings.topicPrefix, 'siem');
  });
  afterEach(() => kafka.close());

  const letter = (text: string, change: Partial<DeadLetter> = {}): DeadLetter => ({
    code: 'FL_RECORD_SYNTAX',
    reason: 'This is not JSON.',
    excerpt: text,
    source: 'fw-1',
    original: { topic: siem, partition: 1, offset: 7 },
    observedAtMs: 1_700_000_000_000,
    attempts: 0,
    bytes: Buffer.from(text),
    ...change,
  });
  const headersOf = (headers = {}) =>
    Object.fromEntries(Object.keys(headers).map((name) => [name, headerText(headers, name)]));

  it('keeps the bytes and says why and where, without secrets in its headers', async () => {
    const bytes = Buffer.from([0, 255, 10, 13]);
    await kafka.deadLetters.send([
      letter('{"password":"hunter2"', { bytes, reason: 'Bearer abcdefghijklmn' }),
    ]);
    const [dead] = await readTopic(kafka, kafka.connection.topics.dead);
    expect(dead?.value).toEqual(bytes);
    const headers = headersOf(dead?.headers);
    expect(JSON.stringify(headers)).not.toMatch(/hunter2|abcdefghijklmn/);
    expect(headers).toMatchObject({
      code: 'FL_RECORD_SYNTAX',
      source: 'fw-1',
      'original-topic': siem,
      'original-partition': '1',
      'original-offset': '7',
      'observed-at': '1700000000000',
      attempts: '0',
    });
  });

  it('go back to where they came from, once', async () => {
    await kafka.deadLetters.send(['a', 'b', 'c'].map((text) => letter(text)));
    expect(await replayDead(kafka.connection, kafka.producer)).toEqual({
      replayed: 3,
      exhausted: 0,
      notReplayable: 0,
    });
    expect(await replayDead(kafka.connection, kafka.producer)).toEqual({
      replayed: 0,
      exhausted: 0,
      notReplayable: 0,
    });
    const back = await readTopic(kafka, siem);
    expect(back.map(({ value }) => String(value))).toEqual(['a', 'b', 'c']);
    expect(back.map(({ partition }) => partition)).toEqual([1, 1, 1]);
    expect(headersOf(back[0]?.headers)).toEqual({
      source: 'fw-1',
      'observed-at': '1700000000000',
      attempts: '1',
    });
  });

  it('stay where they are when they came back too often, from elsewhere, or cut', async () => {
    const { findings } = kafka.connection.topics;
    await kafka.deadLetters.send([
      letter('often', { attempts: 3 }),
      letter('elsewhere', { original: { topic: findings, partition: 0, offset: 0 } }),
      letter('nowhere', { original: null }),
      letter('cut', { bytes: Buffer.alloc(16 * 1024 * 1024 + 1) }),
      letter('again', { attempts: 2, original: { topic: siem, partition: 99, offset: 0 } }),
    ]);
    expect(await replayDead(kafka.connection, kafka.producer)).toEqual({
      replayed: 1,
      exhausted: 1,
      notReplayable: 3,
    });
    expect((await readTopic(kafka, siem)).map(({ value }) => String(value))).toEqual(['again']);
    expect(await readTopic(kafka, findings)).toEqual([]);
  });

  it('do nothing when there are none', async () => {
    expect(await replayDead(kafka.connection, kafka.producer)).toEqual({
      replayed: 0,
      exhausted: 0,
      notReplayable: 0,
    });
  });

  it('come through many at once', async () => {
    await kafka.deadLetters.send(
      Array.from({ length: 3_000 }, (_, n) => letter(`${n} ${'x'.repeat(1_000)}`)),
    );
    expect(await replayDead(kafka.connection, kafka.producer)).toMatchObject({ replayed: 3_000 });
    expect(await readTopic(kafka, siem)).toHaveLength(3_000);
  });
});
