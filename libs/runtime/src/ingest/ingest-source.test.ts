import { recordId } from '@faultline/adapter-files';
import { memoryStorage } from '@faultline/adapter-memory';
import { expect, it } from 'vitest';
import { linkLine } from '../testing/sample-records.js';
import { ingestSource } from './ingest-source.js';

const CHUNK_BYTES = 1 << 20;

/** As files are read: three buffers take turns, and the one before the last is overwritten while the next chunk is looked at. */
async function* reusedChunks(whole: Buffer): AsyncGenerator<Buffer> {
  const buffers = [0, 1, 2].map(() => Buffer.alloc(CHUNK_BYTES));
  for (let at = 0, turn = 0; at < whole.length; at += CHUNK_BYTES, turn++) {
    const buffer = buffers[turn % 3] ?? Buffer.alloc(CHUNK_BYTES);
    const length = whole.copy(buffer, 0, at, at + CHUNK_BYTES);
    yield await Promise.resolve(buffer.subarray(0, length));
  }
}

const padding = 'p'.repeat(4_000);

it('stores every record byte for byte, though the reader uses its memory again', async () => {
  const lines = Array.from({ length: 3_000 }, (_, n) =>
    n % 3 === 0
      ? `{broken ${n} ${padding}`
      : linkLine({ kind: 'user', key: `u${n}-${padding}` }, { kind: 'service', key: 'shop' }, 1e15 + n),
  );
  const whole = Buffer.from(lines.join('\n'));
  expect(whole.length).toBeGreaterThan(10 << 20);
  const storage = memoryStorage();
  const source = { path: 'a', chunks: reusedChunks(whole), kind: null, bytesMax: 1 << 30 };
  const { summary } = await ingestSource(storage, source, 0);
  expect(summary).toMatchObject({ accepted: 2_000, rejected: 1_000, rejectedKept: 1_000 });
  const good = lines.filter((_, n) => n % 3 !== 0);
  const stored = await storage.raw.getMany(good.map((line) => recordId(Buffer.from(line))));
  const differing = good.filter((line) => textOf(stored.get(recordId(Buffer.from(line)))) !== line);
  expect(differing.length).toBe(0);
  const { records } = await storage.rejected.list({ after: null, limit: 2_000 });
  expect(new Set(records.map(({ raw }) => textOf(raw)))).toEqual(
    new Set(lines.filter((_, n) => n % 3 === 0)),
  );
});

function textOf(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString();
}

const secret = 'FwoGZXIvYXdzEBYaDHqa0AP1ExampleSecret';

it.each([
  { responseElements: { credentials: { accessKeyId: 'ASIAIOSFODNN7EXAMPLE', sessionToken: secret } } },
  { password: secret },
  { CLIENT_SECRET: secret },
  { refresh_token: secret },
  { headers: { 'X-Api-Key': secret, Cookie: `sid=${secret}` } },
  { message: `POST /token client_secret=${secret}&grant_type=x` },
  { message: `AUTHORIZATION: BASIC ${secret}` },
])('keeps no secret of a record, accepted or rejected: %j', async (members) => {
  const link = JSON.parse(
    linkLine({ kind: 'user', key: 'u' }, { kind: 'service', key: 's' }, 1e15),
  ) as object;
  const accepted = JSON.stringify({ ...link, evidence: ['seen'], ...members });
  const lines = [accepted, `{"broken":${JSON.stringify(members)}`];
  const storage = memoryStorage();
  const chunks = reusedChunks(Buffer.from(lines.join('\n')));
  await ingestSource(storage, { path: 'a', chunks, kind: null, bytesMax: 1 << 20 }, 0);
  const kept = [textOf(await storage.raw.get(recordId(Buffer.from(accepted))))];
  const { records } = await storage.rejected.list({ after: null, limit: 9 });
  for (const { raw, rejected } of records) kept.push(textOf(raw), rejected.excerpt);
  expect(kept.join('\n')).toContain('[masked]');
  expect(kept.join('\n')).not.toContain(secret);
  expect(kept.join('\n').includes('ASIAIOSFODNN7EXAMPLE')).toBe('responseElements' in members);
});
