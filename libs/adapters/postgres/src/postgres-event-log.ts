import type { Event } from '@faultline/model';
import type { AppendResult, EventLog, LoggedEvent } from '@faultline/pipeline';
import { inParts, packBytes } from './packed-bytes.js';
import type { PostgresSession } from './postgres-session.js';
import { eventLogSql as sql } from './sql/event-log.sql.js';

const APPEND_EVENTS_MAX = 5_000;
const APPEND_BYTES_MAX = 16 << 20;

interface Body {
  readonly event: Event;
  readonly body: Buffer;
}

export class PostgresEventLog implements EventLog {
  constructor(private readonly session: PostgresSession) {}

  async append(events: readonly Event[]): Promise<AppendResult> {
    if (events.length === 0) return { appended: 0, duplicates: 0 };
    // JSON.stringify escapes U+0000 and lone surrogates, so the text column takes any event.
    const bodies = events.map((event): Body => ({ event, body: Buffer.from(JSON.stringify(event)) }));
    const appended = await this.session.transaction(async (session) => {
      await session.query(sql.lock);
      let sum = 0;
      for (const part of inParts(bodies, APPEND_EVENTS_MAX, APPEND_BYTES_MAX, ({ body }) => body.length)) {
        sum += await insert(session, part);
      }
      return sum;
    });
    return { appended, duplicates: events.length - appended };
  }

  async get(eventId: string): Promise<Event | null> {
    return (await this.getMany([eventId]))[0] ?? null;
  }

  async getMany(eventIds: readonly string[]): Promise<readonly Event[]> {
    if (eventIds.length === 0) return [];
    const rows = await this.session.query<{ body: string }>(sql.byIds, [eventIds]);
    return rows.map(({ body }) => parseEvent(body));
  }

  async read(afterPosition: number, limit: number): Promise<readonly LoggedEvent[]> {
    const rows = await this.session.query<{ position: string; body: string }>(sql.read, [
      afterPosition,
      limit,
    ]);
    return rows.map(({ position, body }) => ({ position: Number(position), event: parseEvent(body) }));
  }

  async consume(group: string, limit: number): Promise<readonly LoggedEvent[]> {
    return this.read(await this.acknowledged(group), limit);
  }

  async acknowledge(group: string, position: number): Promise<void> {
    await this.session.query(sql.acknowledge, [group, position]);
  }

  async acknowledged(group: string): Promise<number> {
    const rows = await this.session.query<{ position: string }>(sql.acknowledged, [group]);
    return Number(rows[0]?.position ?? 0);
  }

  async position(): Promise<number> {
    const rows = await this.session.query<{ position: string }>(sql.position);
    return Number(rows[0]?.position ?? 0);
  }

  async count(): Promise<number> {
    const rows = await this.session.query<{ count: string }>(sql.count);
    return Number(rows[0]?.count ?? 0);
  }
}

async function insert(session: PostgresSession, part: readonly Body[]): Promise<number> {
  const { bytes, starts, lengths } = packBytes(part.map(({ body }) => body));
  const columns = [
    part.map(({ event }) => event.id),
    part.map(({ event }) => Math.trunc(event.atUs)),
    part.map(({ event }) => event.kind),
  ];
  const rows = await session.query<{ appended: number }>(sql.append, [...columns, bytes, starts, lengths]);
  return rows[0]?.appended ?? 0;
}

/** The body was written by `append` from a checked event: the one place that trusts it without a second check. */
function parseEvent(body: string): Event {
  return JSON.parse(body) as Event;
}
