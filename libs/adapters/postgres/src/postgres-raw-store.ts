import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { RawBytes, RawStore } from '@faultline/pipeline';
import { inParts, packBytes } from './packed-bytes.js';
import type { PostgresSession } from './postgres-session.js';
import { rawStoreSql as sql } from './sql/raw-store.sql.js';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);
/** Logs repeat themselves across records: a block of a Sysmon export shrinks to a nineteenth. Small enough that reading one record inflates little. */
const BLOCK_BYTES_MAX = 512 << 10;
const BLOCK_RECORDS_MAX = 5_000;
/** A third of the default level's time; the default would shrink the same export to a thirtieth. */
const DEFLATE_LEVEL = 1;

interface Place {
  readonly id: string;
  readonly block: string;
  readonly start: number;
  readonly length: number;
}

export class PostgresRawStore implements RawStore {
  constructor(private readonly session: PostgresSession) {}

  async put(records: readonly RawBytes[]): Promise<number> {
    const fresh = await this.unknown(records);
    const parts = [...inParts(fresh, BLOCK_RECORDS_MAX, BLOCK_BYTES_MAX, ({ bytes }) => bytes.length)];
    // The bytes are read only now, after an await: the caller must not have used its memory again. Deflating runs on the thread pool.
    const blocks = parts.map((part) => ({ part, packed: packBytes(part.map(({ bytes }) => bytes)) }));
    const deflated = await Promise.all(
      blocks.map(({ packed }) => deflate(packed.bytes, { level: DEFLATE_LEVEL })),
    );
    return this.session.transaction(async (session) => {
      const ids: string[] = [];
      for (const bytes of deflated) {
        const [block] = await session.query<{ id: string }>(sql.addBlock, [bytes]);
        ids.push(block?.id ?? '');
      }
      // All at once, since only the server's order of all of them keeps two writers out of each other's way.
      const rows = await session.query<{ added: number }>(sql.addRecords, [
        blocks.flatMap(({ part }) => part.map(({ id }) => id)),
        blocks.flatMap(({ part }, index) => part.map(() => ids[index])),
        blocks.flatMap(({ packed }) => packed.starts),
        blocks.flatMap(({ packed }) => packed.lengths),
      ]);
      return rows[0]?.added ?? 0;
    });
  }

  async get(id: string): Promise<Uint8Array | null> {
    return (await this.getMany([id])).get(id) ?? null;
  }

  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const found = new Map<string, Uint8Array>();
    const places = await this.session.query<Place>(sql.places, [ids]);
    let block: { readonly id: string; readonly bytes: Uint8Array } = { id: '', bytes: new Uint8Array(0) };
    for (const { id, block: at, start, length } of places) {
      // Places come by block, so each block is inflated once and one is held at a time.
      if (block.id !== at) block = { id: at, bytes: await this.inflated(at) };
      found.set(id, Buffer.from(block.bytes.subarray(start, start + length)));
    }
    return found;
  }

  private async inflated(block: string): Promise<Buffer> {
    const rows = await this.session.query<{ deflated: Buffer }>(sql.block, [block]);
    return rows[0] ? inflate(rows[0].deflated) : Buffer.alloc(0);
  }

  async count(): Promise<number> {
    const rows = await this.session.query<{ count: string }>(sql.count);
    return Number(rows[0]?.count ?? 0);
  }

  private async unknown(records: readonly RawBytes[]): Promise<readonly RawBytes[]> {
    const byId = new Map(records.map((record) => [record.id, record]));
    if (byId.size === 0) return [];
    const known = await this.session.query<{ id: string }>(sql.known, [[...byId.keys()]]);
    for (const { id } of known) byId.delete(id);
    return [...byId.values()];
  }
}
