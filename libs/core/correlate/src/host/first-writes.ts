import { type EventIndex, longNames } from '@faultline/model';

/** When each file was first seen being written, by `host:path` with the long path. */
export function firstWrites(index: EventIndex): ReadonlyMap<string, number> {
  const longName = index.memo(longNames);
  const first = new Map<string, number>();
  for (const event of index.of('file.write')) {
    const key = `${event.host}:${longName(event.host, event.path)}`;
    if (!first.has(key)) first.set(key, event.atUs);
  }
  return first;
}
