import type { Event, LogPosition } from '@faultline/model';

/** An event and its place in the log. Offsets grow within a partition, may have gaps, and never change. */
export interface LoggedEvent {
  readonly partition: number;
  readonly offset: number;
  readonly event: Event;
}

/** A reader's place in the log. One caller at a time. */
export interface EventCursor {
  /**
   * About `limit` events behind the cursor, each partition in order, and moves the cursor behind them. Empty: at the time of the call there
   * was nothing more.
   */
  read(limit: number): Promise<readonly LoggedEvent[]>;
  /** Behind everything that `read` has given. */
  position(): LogPosition;
  close(): Promise<void>;
}

/**
 * The log of normalised events, through which the processes of an installation meet.
 *
 * Delivery: at least once. What `append` has resolved for is never lost, but may be there twice (a writer that died half way writes again),
 * so a reader keeps the first event of an id. A cursor never moves a group on; only `acknowledge` does, so work that dies half way is read
 * again.
 */
export interface EventLog {
  /** Resolves when the events are durable. A reader whose cursor has passed a place will never later see something appear before it. */
  append(events: readonly Event[]): Promise<void>;
  /** A cursor over all partitions, behind `after`. */
  open(after: LogPosition): Promise<EventCursor>;
  /** Everything up to and including the position is done. Never moves a group backwards. */
  acknowledge(group: string, position: LogPosition): Promise<void>;
  /** What the group has acknowledged; the start for a group never seen. */
  acknowledged(group: string): Promise<LogPosition>;
  /** The last offset of every partition that holds anything: how far a cursor can get. */
  end(): Promise<LogPosition>;
}
