import type { Rejected } from '@faultline/model';
import type { RejectedPage, RejectedRecord, RejectedStore } from '@faultline/pipeline';
import { packBytes } from './packed-bytes.js';
import type { PostgresSession } from './postgres-session.js';
import { rejectedStoreSql as sql } from './sql/rejected-store.sql.js';

interface Row {
  readonly arrival: string;
  readonly id: string;
  readonly body: string;
  readonly raw: Buffer | null;
  readonly received_at_us: string;
}
const nothing = new Uint8Array(0);

export class PostgresRejectedStore implements RejectedStore {
  constructor(private readonly session: PostgresSession) {}

  async add(records: readonly RejectedRecord[]): Promise<number> {
    if (records.length === 0) return 0;
    const { bytes, starts, lengths } = packBytes(records.map(({ raw }) => raw ?? nothing));
    const columns = [
      records.map(({ id }) => id),
      records.map(({ rejected }) => JSON.stringify(rejected)),
      bytes,
      starts,
      records.map(({ raw }, index) => (raw ? lengths[index] : -1)),
      records.map(({ receivedAtUs }) => receivedAtUs),
    ];
    return this.session.transaction(async (session) => {
      // Two writers with the same records in another order would otherwise wait for each other.
      await session.query(sql.lock);
      const rows = await session.query<{ added: number }>(sql.add, columns);
      return rows[0]?.added ?? 0;
    });
  }

  async list({
    after,
    limit,
  }: {
    readonly after: string | null;
    readonly limit: number;
  }): Promise<RejectedPage> {
    const rows = await this.session.query<Row>(sql.list, [after ?? '0', limit + 1]);
    const page = rows.slice(0, limit);
    return { records: page.map(toRecord), next: rows.length > limit ? (page.at(-1)?.arrival ?? null) : null };
  }

  async get(id: string): Promise<RejectedRecord | null> {
    const rows = await this.session.query<Row>(sql.get, [id]);
    return rows[0] ? toRecord(rows[0]) : null;
  }

  async remove(ids: readonly string[]): Promise<number> {
    const rows = await this.session.query<{ removed: number }>(sql.remove, [ids]);
    return rows[0]?.removed ?? 0;
  }

  async count(): Promise<number> {
    const rows = await this.session.query<{ count: string }>(sql.count);
    return Number(rows[0]?.count ?? 0);
  }
}

function toRecord({ id, body, raw, received_at_us }: Row): RejectedRecord {
  return { id, rejected: JSON.parse(body) as Rejected, raw, receivedAtUs: Number(received_at_us) };
}
