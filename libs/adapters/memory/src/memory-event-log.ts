import type { Event } from '@faultline/model';
import type { AppendResult, EventLog, LoggedEvent } from '@faultline/pipeline';
import type { MemorySession } from './memory-session.js';
import type { MemoryState } from './memory-state.js';

/** A position is an event's index in the array plus one. */
export class MemoryEventLog implements EventLog {
  constructor(private readonly session: MemorySession) {}

  append(events: readonly Event[]): Promise<AppendResult> {
    return this.session.write((state) => {
      let appended = 0;
      for (const event of events) {
        if (state.positions.has(event.id)) continue;
        state.positions.set(event.id, state.log.push(event));
        appended++;
      }
      return { appended, duplicates: events.length - appended };
    });
  }

  get(eventId: string): Promise<Event | null> {
    return this.session.read((state) => state.log[(state.positions.get(eventId) ?? 0) - 1] ?? null);
  }

  getMany(eventIds: readonly string[]): Promise<readonly Event[]> {
    return this.session.read((state) => {
      const positions = new Set(eventIds.map((id) => state.positions.get(id) ?? 0));
      return [...positions].sort((a, b) => a - b).flatMap((position) => state.log[position - 1] ?? []);
    });
  }

  read(afterPosition: number, limit: number): Promise<readonly LoggedEvent[]> {
    return this.session.read((state) => page(state, afterPosition, limit));
  }

  consume(group: string, limit: number): Promise<readonly LoggedEvent[]> {
    return this.session.read((state) => page(state, state.groups.get(group) ?? 0, limit));
  }

  acknowledge(group: string, position: number): Promise<void> {
    return this.session.write((state) => {
      state.groups.set(group, Math.max(position, state.groups.get(group) ?? 0));
    });
  }

  acknowledged(group: string): Promise<number> {
    return this.session.read((state) => state.groups.get(group) ?? 0);
  }

  position(): Promise<number> {
    return this.session.read((state) => state.log.length);
  }

  count(): Promise<number> {
    return this.position();
  }
}

function page(state: MemoryState, after: number, limit: number): readonly LoggedEvent[] {
  return state.log
    .slice(after, after + limit)
    .map((event, index) => ({ position: after + index + 1, event }));
}
