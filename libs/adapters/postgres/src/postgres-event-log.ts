import type { Event, LogPosition } from '@faultline/model';
import type { EventCursor, EventLog, EventStore, LoggedEvent } from '@faultline/pipeline';
import { inParts, packBytes } from './packed-bytes.js';
import type { PostgresSession } from './postgres-session.js';
import { eventLogSql as sql } from './sql/event-log.sql.js';

const APPEND_EVENTS_MAX = 5_000;
const APPEND_BYTES_MAX = 16 << 20;

interface Body {
  readonly event: Event;
  readonly body: Buffer;
}

const PARTITION = 0;

/** One partition, numbered by a sequence. It holds every event once, so it is a store of events too. */
export class PostgresEventLog implements EventLog, EventStore {
  constructor(private readonly session: PostgresSession) {}

  async append(events: readonly Event[]): Promise<void> {
    await this.put(events);
  }

  async put(events: readonly Event[]): Promise<number> {
    if (events.length === 0) return 0;
    // JSON.stringify escapes U+0000 and lone surrogates, so the text column takes any event.
    const bodies = events.map((event): Body => ({ event, body: Buffer.from(JSON.stringify(event)) }));
    return this.session.transaction(async (session) => {
      await session.query(sql.lock);
      let sum = 0;
      for (const part of inParts(bodies, APPEND_EVENTS_MAX, APPEND_BYTES_MAX, ({ body }) => body.length)) {
        sum += await insert(session, part);
      }
      return sum;
    });
  }

  async get(eventId: string): Promise<Event | null> {
    return (await this.getMany([eventId]))[0] ?? null;
  }

  async getMany(eventIds: readonly string[]): Promise<readonly Event[]> {
    if (eventIds.length === 0) return [];
    const rows = await this.session.query<{ body: string }>(sql.byIds, [eventIds]);
    return rows.map(({ body }) => parseEvent(body));
  }

  async ofKind(kind: Event['kind'], limit: number): Promise<readonly Event[]> {
    const rows = await this.session.query<{ body: string }>(sql.ofKind, [kind, limit]);
    return rows.map(({ body }) => parseEvent(body));
  }

  open(after: LogPosition): Promise<EventCursor> {
    // The sequence starts at 1.
    let last = after[PARTITION] ?? 0;
    return Promise.resolve({
      read: async (limit) => {
        const page = await this.page(last, limit);
        last = page.at(-1)?.offset ?? last;
        return page;
      },
      position: () => positionOf(last),
      close: () => Promise.resolve(),
    });
  }

  async acknowledge(group: string, position: LogPosition): Promise<void> {
    await this.session.query(sql.acknowledge, [group, position[PARTITION] ?? 0]);
  }

  async acknowledged(group: string): Promise<LogPosition> {
    const rows = await this.session.query<{ position: string }>(sql.acknowledged, [group]);
    return positionOf(Number(rows[0]?.position ?? 0));
  }

  async end(): Promise<LogPosition> {
    const rows = await this.session.query<{ position: string }>(sql.end);
    return positionOf(Number(rows[0]?.position ?? 0));
  }

  async count(): Promise<number> {
    const rows = await this.session.query<{ count: string }>(sql.count);
    return Number(rows[0]?.count ?? 0);
  }

  private async page(after: number, limit: number): Promise<readonly LoggedEvent[]> {
    const rows = await this.session.query<{ position: string; body: string }>(sql.read, [after, limit]);
    return rows.map(({ position, body }) => ({
      partition: PARTITION,
      offset: Number(position),
      event: parseEvent(body),
    }));
  }
}

function positionOf(offset: number): LogPosition {
  return offset === 0 ? {} : { [PARTITION]: offset };
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
