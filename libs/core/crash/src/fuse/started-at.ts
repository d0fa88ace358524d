import type { Crash } from '@faultline/model';
import { firstOwnFrame } from '../judge/own-frames.js';
import { dumpFrame } from './crash-sides.js';
import { PlaceCounts, type IssuePlace } from './place-counts.js';

type CrashGoroutine = Crash['goroutines'][number];

/**
 * What goroutines that were started by one go statement do, over many dumps: a stack that could not be read in this dump was read in
 * another one. Keys are places of go statements. Cost: linear in all frames.
 */
export function startedAt(crashes: readonly Crash[]): ReadonlyMap<string, IssuePlace> {
  const seen = new Map<string, PlaceCounts>();
  for (const goroutine of crashes.flatMap((crash) => crash.goroutines)) {
    const statement = goStatement(goroutine);
    const own = isActive(goroutine) ? firstOwnFrame(goroutine.frames.map(dumpFrame)) : null;
    if (statement === null || own === null) continue;
    const counts = seen.get(statement) ?? new PlaceCounts();
    counts.add(own.frame);
    seen.set(statement, counts);
  }
  return new Map(
    [...seen].flatMap(([statement, { mostFrequent }]) =>
      mostFrequent === null ? [] : [[statement, mostFrequent] as const],
    ),
  );
}

/** Null where the row is lost: all goroutines of unknown origin would be one. */
export function goStatement({ createdBy }: CrashGoroutine): string | null {
  if (createdBy === undefined || createdBy.line === null) return null;
  return `${createdBy.function}\n${createdBy.file ?? ''}:${createdBy.line}`;
}

function isActive({ state }: CrashGoroutine): boolean {
  return /^(?:running|runnable)/.test(state);
}
