import { openSync, closeSync, writeSync, renameSync, rmSync } from 'node:fs';
import { FaultlineError, inputKinds, type Event, type InputKind } from '@faultline/model';
import { analyse, parseImpactSelector, type AnalyseResult } from '@faultline/pipeline';
import { createProgressBar } from '../output/progress-bar.js';
import { sha256 } from '../output/sha256.js';
import { readEvents } from '../reading/read-events.js';
import { positiveInteger } from './parse-options.js';

export const analysisOptionsHelp = `  --impact KIND:KEY[@TIME]  what was harmed, instead of letting the detections find it; may be repeated.
                            TIME in microseconds since 1970, inclusive
  --top N                   root causes per incident (default 10)
  --source KIND             take every record for KIND (${inputKinds.join(', ')})
  --rejected FILE           write the records that could not be read, as JSON lines
  --utc-offset +HH:MM       show times in this offset (default UTC)`;

export interface AnalyzeValues {
  readonly impact?: string[] | undefined;
  readonly top?: string | undefined;
  readonly source?: string | undefined;
  readonly rejected?: string | undefined;
}

export interface AnalyzedPaths extends AnalyseResult {
  readonly events: readonly Event[];
  /** Files were met but nothing in them became an event. */
  readonly nothing: boolean;
}

/** Reads, normalises and analyses, with progress on stderr. */
export async function analyzePaths(
  command: string,
  paths: readonly string[],
  values: AnalyzeValues,
  signal: AbortSignal,
): Promise<AnalyzedPaths> {
  if (paths.length === 0)
    throw new FaultlineError(
      'FL_USAGE',
      `name at least one file or folder. See: faultline ${command} --help`,
    );
  const impacts = (values.impact ?? []).map(parseImpactSelector);
  const top = values.top === undefined ? 10 : positiveInteger('--top', values.top);
  const forcedKind = kindOf(values.source);
  const bar = createProgressBar(process.stderr, () => performance.now());
  const rejections = values.rejected === undefined ? null : rejectionFile(values.rejected);
  try {
    const read = await readEvents(paths, {
      forcedKind,
      onRejected: (rejected) => rejections?.add(JSON.stringify(rejected)),
      onProgress: ({ bytesDone, bytesTotal }) =>
        bar.show('reading', bytesTotal === 0 ? null : bytesDone / bytesTotal),
      signal,
    });
    const result = analyse(read.events, {
      sha256,
      inputs: read.inputs,
      impacts,
      top,
      onStage: (stage) => bar.show(stage, null),
    });
    rejections?.finish();
    return { ...result, events: read.events, nothing: read.nothing };
  } finally {
    bar.clear();
    rejections?.abandon();
  }
}

function kindOf(text: string | undefined): InputKind | undefined {
  if (text === undefined) return undefined;
  const kind = inputKinds.find((known) => known === text);
  if (kind === undefined)
    throw new FaultlineError('FL_USAGE', `--source ${JSON.stringify(text)}: one of ${inputKinds.join(', ')}`);
  return kind;
}

/** Written beside and renamed at the end; unbounded input must not be collected in memory first. */
function rejectionFile(path: string) {
  const draft = `${path}.${process.pid}.partial`;
  let file: number | null = openDraft(draft);
  return {
    add(line: string) {
      if (file !== null) writeSync(file, `${line}\n`);
    },
    finish() {
      if (file === null) return;
      closeSync(file);
      file = null;
      renameSync(draft, path);
    },
    abandon() {
      if (file === null) return;
      closeSync(file);
      file = null;
      rmSync(draft, { force: true });
    },
  };
}

function openDraft(draft: string): number {
  try {
    return openSync(draft, 'w');
  } catch (cause) {
    throw new FaultlineError(
      'FL_USAGE',
      `cannot write ${draft}: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
