import { longNames, type EventIndex, type EventOf } from '@faultline/model';

/** What the records tell about a process: its parents, and whether any of them ran a file that appeared during the records. */
export interface ProcessLineage {
  /** Start events from the process up to the oldest known ancestor. */
  ancestry(host: string, key: string): readonly EventOf<'process.start'>[];
  /** The image was written to disk within the records before it ran. */
  isNewProgram(start: EventOf<'process.start'>): boolean;
}

const maxDepth = 64;

export function processLineage(index: EventIndex): ProcessLineage {
  const starts = new Map<string, EventOf<'process.start'>>();
  for (const event of index.of('process.start')) {
    const key = `${event.host}/${event.process.key}`;
    if (!starts.has(key)) starts.set(key, event);
  }
  const writes = index.of('file.write');
  const longName = index.memo(longNames);
  const firstWrite = new Map<string, number>();
  for (const event of writes) {
    const key = `${event.host}:${longName(event.host, event.path)}`;
    if (!firstWrite.has(key)) firstWrite.set(key, event.atUs);
  }
  return {
    ancestry(host, key) {
      const line: EventOf<'process.start'>[] = [];
      let next: string | null = `${host}/${key}`;
      while (next !== null && line.length < maxDepth) {
        const start = starts.get(next);
        if (start === undefined || line.includes(start)) break;
        line.push(start);
        next = start.parent === null ? null : `${host}/${start.parent.key}`;
      }
      return line;
    },
    isNewProgram(start) {
      if (start.process.image === null) return false;
      const written = firstWrite.get(`${start.host}:${longName(start.host, start.process.image)}`);
      return written !== undefined && written <= start.atUs;
    },
  };
}
