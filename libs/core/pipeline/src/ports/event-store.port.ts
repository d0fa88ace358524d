import type { Event } from '@faultline/model';

/** Events by id, for whoever follows a claim to its event. Holds at least the events that an analysis names. */
export interface EventStore {
  /** Keeps the events that are not there yet; the first of an id stays. Returns how many were new. */
  put(events: readonly Event[]): Promise<number>;
  get(eventId: string): Promise<Event | null>;
  /** The events named that are there, in the order in which they came. */
  getMany(eventIds: readonly string[]): Promise<readonly Event[]>;
  /** The events of a kind, the one that came last first, at most `limit`. For rare kinds: a store may have to look through all others. */
  ofKind(kind: Event['kind'], limit: number): Promise<readonly Event[]>;
  count(): Promise<number>;
}
