import { createLongNames, normalisePath } from '../entities/windows-path.js';
import type { EventIndex } from '../event-index.js';

export type LongNameOf = (host: string, path: string) => string;

/**
 * 8.3 names of every host, resolved against all paths that the same host's events mention: another host's files of the same beginning would make a name
 * ambiguous. Links and evidence must use the same view, or their files have different keys.
 */
export function longNames(index: EventIndex): LongNameOf {
  const paths = new Map<string, Set<string>>();
  const note = (host: string, path: string | null) => {
    if (path === null || path.includes('~')) return;
    let known = paths.get(host);
    if (known === undefined) paths.set(host, (known = new Set()));
    known.add(normalisePath(path));
  };
  for (const event of index.of('file.write')) note(event.host, event.path);
  for (const event of index.of('process.start')) {
    note(event.host, event.process.image);
    note(event.host, event.workingDirectory);
    note(event.host, event.parent?.image ?? null);
  }
  const resolvers = new Map([...paths].map(([host, known]) => [host, createLongNames(known)]));
  return (host, path) => resolvers.get(host)?.(normalisePath(path)) ?? normalisePath(path);
}
