import { memoryStorage } from '@faultline/adapter-memory';
import { startOfLog } from '@faultline/model';
import type { EventLog } from '@faultline/pipeline';
import { describe, expect, it } from 'vitest';
import { crashLines } from '../testing/crash-lines.js';
import { chain, linkLine } from '../testing/sample-records.js';
import { type RejectedTopicRecord, TopicIngestor, type TopicBatch } from './topic-ingestor.js';

function setUp() {
  const { log } = memoryStorage();
  const buried: RejectedTopicRecord[] = [];
  const ingestor = () =>
    new TopicIngestor({
      log,
      bury: (letters) => Promise.resolve(void buried.push(...letters)),
      refOf: (topic, partition, offset, length) => ({
        path: `kafka://${topic}/${partition}`,
        line: offset + 1,
        offset,
        length,
      }),
    });
  return { log, buried, ingestor };
}

function batchOf(lines: readonly string[], rest: Partial<TopicBatch> = {}): TopicBatch {
  const records = lines.map((line, offset) => ({
    offset,
    value: Buffer.from(line),
    source: null,
    observedAtMs: null,
    attempts: 0,
  }));
  return { topic: 'faultline.raw.any', kind: null, partition: 0, metadata: null, records, ...rest };
}

async function eventsIn(log: EventLog) {
  const cursor = await log.open(startOfLog);
  return (await cursor.read(1_000)).map(({ event }) => event);
}

describe('TopicIngestor', () => {
  it('makes events of records and says where each lies', async () => {
    const { log, buried, ingestor } = setUp();
    await ingestor().handle(batchOf(chain));
    const events = await eventsIn(log);
    expect(events.map(({ kind }) => kind)).toEqual(['link', 'link']);
    expect(events[1]?.record).toEqual({
      path: 'kafka://faultline.raw.any/0',
      line: 2,
      offset: 1,
      length: chain[1]?.length,
    });
    expect(buried).toEqual([]);
  });

  it('joins a dump whose lines are messages of their own, within a batch', async () => {
    const { log, buried, ingestor } = setUp();
    const lines = crashLines
      .filter((line) => line !== '')
      .map((line) => `2026-03-08T09:00:00Z stderr F ${line}`);
    await ingestor().handle(batchOf(lines));
    expect(await eventsIn(log)).toMatchObject([{ kind: 'crash', record: { offset: 0 } }]);
    expect(buried).toEqual([]);
  });

  it('buries a dump without a time as one letter, which comes back as one message', async () => {
    const { log, buried, ingestor } = setUp();
    await ingestor().handle(batchOf([...crashLines, ...chain]));
    expect((await eventsIn(log)).map(({ kind }) => kind)).toEqual(['link', 'link']);
    expect(buried.map(({ rejected }) => rejected.code)).toEqual(['FL_RECORD_TIME']);
    expect(buried[0]?.bytes.toString().split('\n')[0]).toBe(crashLines[0]);
    expect(buried[0]?.bytes.toString()).toContain(crashLines.at(-1));
  });

  it('buries what is no event, without its tokens, and goes on', async () => {
    const { log, buried, ingestor } = setUp();
    const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';
    await ingestor().handle(batchOf([`{"broken":"Bearer ${token}"`, '', '\n', ...chain, '\u0000\u0001']));
    expect(await eventsIn(log)).toHaveLength(2);
    expect(buried.map(({ rejected }) => rejected.code)).toContain('FL_RECORD_SYNTAX');
    expect(buried).toHaveLength(2);
    expect(Buffer.concat(buried.map(({ bytes }) => bytes)).toString()).not.toContain('eyJ');
  });

  it('gives a line the identity that it has in a file', async () => {
    const { log, ingestor } = setUp();
    const [line = ''] = chain;
    await ingestor().handle(batchOf([line, `${line}\n`, `${line}\r\n`]));
    expect(await eventsIn(log)).toHaveLength(1);
  });

  it('knows the header of a source after another process took over, and only of that source', async () => {
    const { log, buried, ingestor } = setUp();
    const row = (n: number) => `2026-03-01T10:00:0${n}Z,Alert ${n},web-${n}`;
    const from = (source: string, lines: readonly string[], metadata?: string) => {
      const batch = batchOf(lines, metadata === undefined ? {} : { metadata });
      return { ...batch, records: batch.records.map((record) => ({ ...record, source })) };
    };
    const { metadata } = await ingestor().handle(from('a.csv', ['time,name,host', row(1)]));
    const successor = ingestor();
    await successor.handle(from('a.csv', [row(2)], metadata));
    expect((await eventsIn(log)).map(({ kind }) => kind)).toEqual(['alert', 'alert']);
    await successor.handle(from('b.csv', [row(3)], metadata));
    expect(buried).toHaveLength(1);
  });

  it('takes the kind that the topic says', async () => {
    const { log, buried, ingestor } = setUp();
    const user = { kind: 'user', key: 'u' };
    await ingestor().handle(batchOf([linkLine(user, { kind: 'service', key: 's' }, 1e15)], { kind: 'wal' }));
    expect(await eventsIn(log)).toEqual([]);
    expect(buried.map(({ rejected }) => rejected.code)).toEqual(['FL_RECORD_UNRECOGNISED']);
  });
});
