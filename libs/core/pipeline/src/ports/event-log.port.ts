import type { Event } from '@faultline/model';

/** An event and its place in the log. Positions grow, may have gaps, and never change. */
export interface LoggedEvent {
  readonly position: number;
  readonly event: Event;
}

export interface AppendResult {
  /** How many events were new. */
  readonly appended: number;
  /** How many the log already held, or that came twice in the same batch. */
  readonly duplicates: number;
}

/**
 * The ordered log of normalised events.
 *
 * Delivery: at least once per consumer group. `consume` never moves a group on; only `acknowledge` does, so work that dies half way is
 * handed out again. Appending is idempotent by event id, so a source that is sent twice is stored once.
 */
export interface EventLog {
  /** Stores the events that are not there yet, in the order given. A reader that has seen position p will never later see a smaller one appear. */
  append(events: readonly Event[]): Promise<AppendResult>;
  get(eventId: string): Promise<Event | null>;
  /** The events named that the log holds, in log order. */
  getMany(eventIds: readonly string[]): Promise<readonly Event[]>;
  /** At most `limit` events behind `afterPosition`, in log order. */
  read(afterPosition: number, limit: number): Promise<readonly LoggedEvent[]>;
  /** At most `limit` events behind what the group has acknowledged. Calling it again without `acknowledge` gives the same events. */
  consume(group: string, limit: number): Promise<readonly LoggedEvent[]>;
  /** Everything up to and including `position` is done. Never moves a group backwards. */
  acknowledge(group: string, position: number): Promise<void>;
  /** What the group has acknowledged; 0 for a group never seen. */
  acknowledged(group: string): Promise<number>;
  /** Position of the last event; 0 when empty. */
  position(): Promise<number>;
  count(): Promise<number>;
}
