import type { Crash } from '@faultline/model';
import { firstOwnFrame } from '../judge/own-frames.js';
import { dumpFrame } from './crash-sides.js';

export interface IssuePlace {
  readonly function: string;
  readonly file: string | null;
  readonly line: number | null;
}

type CrashGoroutine = Crash['goroutines'][number];

/**
 * What goroutines that were started by one go statement do, over many dumps: a stack that could not be read in this dump was read in
 * another one. Keys are places of go statements. Cost: linear in all frames.
 */
export function startedAt(crashes: readonly Crash[]): ReadonlyMap<string, IssuePlace> {
  const seen = new Map<string, Map<string, { count: number; place: IssuePlace }>>();
  for (const goroutine of crashes.flatMap((crash) => crash.goroutines)) {
    const statement = goStatement(goroutine);
    const own = isActive(goroutine) ? firstOwnFrame(goroutine.frames.map(dumpFrame)) : null;
    if (statement === null || own === null) continue;
    const places = seen.get(statement) ?? new Map<string, { count: number; place: IssuePlace }>();
    const { function: name, file, line } = own.frame;
    const entry = places.get(name);
    if (entry === undefined) places.set(name, { count: 1, place: { function: name, file, line } });
    else entry.count++;
    seen.set(statement, places);
  }
  return new Map([...seen].flatMap(([statement, places]) => mostFrequent(statement, [...places.values()])));
}

function mostFrequent(
  statement: string,
  places: readonly { readonly count: number; readonly place: IssuePlace }[],
): readonly (readonly [string, IssuePlace])[] {
  const [first] = places.toSorted(
    (left, right) => right.count - left.count || (left.place.function < right.place.function ? -1 : 1),
  );
  return first === undefined ? [] : [[statement, first.place]];
}

/** Null where the row is lost: all goroutines of unknown origin would be one. */
export function goStatement({ createdBy }: CrashGoroutine): string | null {
  if (createdBy === undefined || createdBy.line === null) return null;
  return `${createdBy.function}\n${createdBy.file ?? ''}:${createdBy.line}`;
}

function isActive({ state }: CrashGoroutine): boolean {
  return /^(?:running|runnable)/.test(state);
}
