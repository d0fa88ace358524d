import type { Event, LogPosition } from '@faultline/model';
import type { EventCursor, EventLog } from '@faultline/pipeline';
import { CommittedPosition } from './committed-position.js';
import type { DeadLetters } from './dead-letters.js';
import type { KafkaConnection } from './kafka-connection.js';
import { type CursorReports, KafkaEventCursor } from './kafka-event-cursor.js';
import type { KafkaProducer } from './kafka-producer.js';
import { endOf, extentsOf } from './log-extent.js';
import { MessageLimit } from './message-limit.js';
import { eventBytesMax, packEvents, type PackedMessage, type TooLongEvent } from './pack-events.js';
import { groupName } from './topics.js';

/** A broker takes 1 MiB for one partition unless told otherwise, and topics that others made may not have been told. */
const partitionBytesPerRequest = 900 * 1024;
/** Keeps what a large append holds twice (as text and as bytes on their way) small. */
const eventsPerRequest = 20_000;
/** Another count of partitions sends a host elsewhere, so all writers should learn of it soon. */
const partitionCountAgeMs = 60_000;

export interface EventLogOptions extends CursorReports {
  /** A fresh name for the group of a cursor; no two cursors may share one. */
  readonly cursorName: () => string;
}

/**
 * The event log on one Kafka topic. One message holds many events of one partition, and all of them have its offset.
 * An event beyond 16 MiB, or beyond what the topic takes, becomes a dead letter (`FL_RECORD_TOO_LONG`) and counts as appended.
 */
export class KafkaEventLog implements EventLog {
  private readonly topic: string;
  private readonly committed: CommittedPosition;
  private readonly limit: MessageLimit;
  private partitions = { count: 0, untilMs: 0 };

  constructor(
    private readonly connection: KafkaConnection,
    private readonly producer: KafkaProducer,
    private readonly deadLetters: DeadLetters,
    private readonly options: EventLogOptions,
  ) {
    this.topic = connection.topics.events;
    this.limit = new MessageLimit(connection, this.topic);
    this.committed = new CommittedPosition(connection, this.topic);
  }

  async append(events: readonly Event[]): Promise<void> {
    if (events.length === 0) return;
    const partitionCount = await this.partitionCount();
    const bytesMax = Math.min(eventBytesMax, await this.limit.bytes());
    for (let at = 0; at < events.length; at += eventsPerRequest) {
      const { messages, tooLong } = packEvents(
        events.slice(at, at + eventsPerRequest),
        partitionCount,
        bytesMax,
      );
      for (const request of requestsOf(messages)) await this.producer.send(this.topic, request);
      await this.deadLetters.send(tooLong.map((event) => letterOf(event, bytesMax)));
    }
  }

  open(after: LogPosition): Promise<EventCursor> {
    const { cursorName, ...reports } = this.options;
    const group = groupName(this.connection.settings.topicPrefix, `cursor.${cursorName()}`);
    return KafkaEventCursor.open(this.connection, { topic: this.topic, group, after }, reports);
  }

  acknowledge(group: string, position: LogPosition): Promise<void> {
    return this.committed.moveOn(groupName(this.connection.settings.topicPrefix, group), position);
  }

  acknowledged(group: string): Promise<LogPosition> {
    return this.committed.of(groupName(this.connection.settings.topicPrefix, group));
  }

  async end(): Promise<LogPosition> {
    return endOf(await extentsOf(this.connection, this.topic));
  }

  private async partitionCount(): Promise<number> {
    const nowMs = performance.now();
    if (nowMs >= this.partitions.untilMs) {
      const count = (await extentsOf(this.connection, this.topic)).size;
      this.partitions = { count, untilMs: nowMs + partitionCountAgeMs };
    }
    return this.partitions.count;
  }
}

/** Messages in requests that hold a bounded part for each partition. Later requests wait for earlier ones, which keeps the order. */
function requestsOf(messages: readonly PackedMessage[]): readonly (readonly PackedMessage[])[] {
  const requests: PackedMessage[][] = [];
  const filled = new Map<number, { request: number; bytes: number }>();
  for (const message of messages) {
    const place = filled.get(message.partition) ?? { request: 0, bytes: 0 };
    const full = place.bytes > 0 && place.bytes + message.value.length > partitionBytesPerRequest;
    const request = full ? place.request + 1 : place.request;
    filled.set(message.partition, { request, bytes: (full ? 0 : place.bytes) + message.value.length });
    (requests[request] ??= []).push(message);
  }
  return requests;
}

function letterOf({ event, json }: TooLongEvent, bytesMax: number) {
  return {
    code: 'FL_RECORD_TOO_LONG',
    reason: `The event ${event.id} has ${json.length} bytes, the bound is ${bytesMax}.`,
    excerpt: json.toString('utf8', 0, 200),
    source: event.record.path,
    original: null,
    observedAtMs: event.observedAtUs === null ? null : Math.round(event.observedAtUs / 1_000),
    attempts: 0,
    bytes: json,
  } as const;
}
