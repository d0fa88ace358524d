import { memoryStorage } from '@faultline/adapter-memory';
import { startOfLog, type Event } from '@faultline/model';
import type { Storage } from '@faultline/pipeline';
import { describe, expect, it } from 'vitest';
import { crashLines } from '../testing/crash-lines.js';
import { ingestSource } from './ingest-source.js';
import { replayRejected } from './replay-rejected.js';

async function* once(text: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(text));
}

async function ingested(lines: readonly string[]) {
  const storage = memoryStorage();
  const source = { path: 'shop.log', chunks: once(`${lines.join('\n')}\n`), kind: null, bytesMax: 1 << 20 };
  const { summary } = await ingestSource(storage, source, 0);
  return { storage, summary, events: await eventsIn(storage) };
}

async function eventsIn(storage: Storage): Promise<readonly Event[]> {
  const cursor = await storage.log.open(startOfLog);
  return (await cursor.read(1_000)).map(({ event }) => event);
}

describe('a dump in a source', () => {
  it('is one event, and its lines are kept under the event’s id, without tokens', async () => {
    const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';
    const lines = crashLines.map((line, at) => (at === 6 ? `${line} // Bearer ${token}` : line));
    const { storage, summary, events } = await ingested(['2026-03-08T09:00:00Z up', ...lines]);
    expect(summary).toMatchObject({ kind: 'crash', events: 1, rejected: 1, records: 2 });
    expect(events).toMatchObject([{ kind: 'crash', crash: { confirmed: true } }]);
    const raw = Buffer.from((await storage.raw.get(events[0]?.id ?? '')) ?? []).toString();
    // Readers hand no blank lines on, and a dump is read without them.
    const printed = crashLines.filter((line) => line !== '');
    expect(raw.split('\n').slice(0, 3)).toEqual(printed.slice(0, 3));
    expect(raw).not.toContain(token);
  });

  it('is the same one when it is sent again', async () => {
    const storage = memoryStorage();
    const text = ['2026-03-08T09:00:00Z up', ...crashLines].join('\n');
    for (let turn = 0; turn < 2; turn++)
      await ingestSource(storage, { path: 'shop.log', chunks: once(text), kind: null, bytesMax: 1 << 20 }, 0);
    expect(await eventsIn(storage)).toHaveLength(1);
  });

  it('is kept rejected where nothing tells when it was, as a whole', async () => {
    const { storage, summary, events } = await ingested(crashLines);
    expect(events).toEqual([]);
    expect(summary).toMatchObject({ rejected: 1, rejectedRecords: [{ code: 'FL_RECORD_TIME', line: 1 }] });
    const { records } = await storage.rejected.list({ after: null, limit: 10 });
    expect(Buffer.from(records[0]?.raw ?? []).toString()).toContain(crashLines[5]);
    expect(await replayRejected(storage)).toMatchObject({ tried: 1, rejected: 1 });
  });
});
