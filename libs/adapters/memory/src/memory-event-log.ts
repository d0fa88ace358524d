import type { Event, LogPosition } from '@faultline/model';
import type { EventCursor, EventLog, EventStore, LoggedEvent } from '@faultline/pipeline';
import type { MemorySession } from './memory-session.js';
import type { MemoryState } from './memory-state.js';

/** One partition; an offset is an event's index in the array. It holds every event once, so it is a store of events too. */
export class MemoryEventLog implements EventLog, EventStore {
  constructor(private readonly session: MemorySession) {}

  async append(events: readonly Event[]): Promise<void> {
    await this.put(events);
  }

  put(events: readonly Event[]): Promise<number> {
    return this.session.write((state) => {
      let added = 0;
      for (const event of events) {
        if (state.offsets.has(event.id)) continue;
        state.offsets.set(event.id, state.log.push(event) - 1);
        added++;
      }
      return added;
    });
  }

  get(eventId: string): Promise<Event | null> {
    return this.session.read((state) => state.log[state.offsets.get(eventId) ?? -1] ?? null);
  }

  getMany(eventIds: readonly string[]): Promise<readonly Event[]> {
    return this.session.read((state) => {
      const offsets = new Set(eventIds.map((id) => state.offsets.get(id) ?? -1));
      return [...offsets].sort((a, b) => a - b).flatMap((offset) => state.log[offset] ?? []);
    });
  }

  ofKind(kind: Event['kind'], limit: number): Promise<readonly Event[]> {
    return this.session.read((state) => {
      const found = state.log.filter((event) => event.kind === kind);
      return found.toReversed().slice(0, limit);
    });
  }

  open(after: LogPosition): Promise<EventCursor> {
    const { session } = this;
    let next = (after[PARTITION] ?? -1) + 1;
    return Promise.resolve({
      read: async (limit) => {
        const page = await session.read((state) => pageOf(state, next, limit));
        next += page.length;
        return page;
      },
      position: () => positionOf(next - 1),
      close: () => Promise.resolve(),
    });
  }

  acknowledge(group: string, position: LogPosition): Promise<void> {
    return this.session.write((state) => {
      const done = Math.max(position[PARTITION] ?? -1, state.groups.get(group) ?? -1);
      state.groups.set(group, done);
    });
  }

  acknowledged(group: string): Promise<LogPosition> {
    return this.session.read((state) => positionOf(state.groups.get(group) ?? -1));
  }

  end(): Promise<LogPosition> {
    return this.session.read((state) => positionOf(state.log.length - 1));
  }

  count(): Promise<number> {
    return this.session.read((state) => state.log.length);
  }
}

const PARTITION = 0;

function positionOf(offset: number): LogPosition {
  return offset < 0 ? {} : { [PARTITION]: offset };
}

function pageOf(state: MemoryState, from: number, limit: number): readonly LoggedEvent[] {
  return state.log
    .slice(from, from + limit)
    .map((event, index) => ({ partition: PARTITION, offset: from + index, event }));
}
