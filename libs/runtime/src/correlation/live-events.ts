import type { Event } from '@faultline/model';

/**
 * The events that an answer is about: each id once, and at most `eventsMax`, the newest by event time. Which ones stay depends on the set of
 * events alone, not on the order in which they came: the newest of a union are the newest of the newest of its parts.
 */
export class LiveEvents {
  private events: Event[] = [];
  private ids = new Set<string>();
  private left = 0;

  constructor(private readonly eventsMax: number) {}

  get count(): number {
    return this.events.length;
  }

  /** Older events that are in the answer no more. An event that comes again after it has left is counted again. */
  get leftOut(): number {
    return this.left;
  }

  /** Returns how many were new. */
  add(events: Iterable<Event>): number {
    const before = this.events.length;
    for (const event of events) {
      if (this.ids.has(event.id)) continue;
      this.ids.add(event.id);
      this.events.push(event);
    }
    const added = this.events.length - before;
    // A tenth above the limit before the next sort: sorting at every event would cost more than the answer.
    if (this.events.length > this.eventsMax * 1.1) this.trim();
    return added;
  }

  /** Exactly the newest `eventsMax`. The array is this object's own; do not change it. */
  all(): readonly Event[] {
    if (this.events.length > this.eventsMax) this.trim();
    return this.events;
  }

  private trim(): void {
    const newest = this.events.sort((a, b) => b.atUs - a.atUs || (a.id < b.id ? -1 : 1));
    this.left += newest.length - this.eventsMax;
    this.events = newest.slice(0, this.eventsMax);
    this.ids = new Set(this.events.map(({ id }) => id));
  }
}
