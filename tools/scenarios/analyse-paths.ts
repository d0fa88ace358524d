import { readEvents } from '../../apps/cli/src/reading/read-events.js';
import { sha256 } from '../../apps/cli/src/output/sha256.js';
import type { Event, InputSummary } from '@faultline/model';
import { analyse, type AnalyseResult } from '@faultline/pipeline';

export interface Reading {
  readonly events: readonly Event[];
  readonly inputs: readonly InputSummary[];
  readonly rejected: number;
}

/** Reads as `faultline analyze` does. */
export async function readPaths(paths: readonly string[]): Promise<Reading> {
  let rejected = 0;
  const { events, inputs } = await readEvents(paths, {
    forcedKind: undefined,
    onRejected: () => (rejected += 1),
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
  return { events, inputs, rejected };
}

/** Answers as `faultline analyze` does. */
export function analyseEvents(
  { events, inputs }: Pick<Reading, 'events' | 'inputs'>,
  top = 10,
): AnalyseResult {
  return analyse(events, { sha256, inputs, impacts: [], top });
}
