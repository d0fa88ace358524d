import { addAbortSignal } from 'node:stream';
import { type LinesRead, readLines } from '@faultline/adapter-files';
import {
  createCrashReader,
  dumpLimits,
  type GoSourceIndex,
  rankBySource,
  type SourceFacts,
} from '@faultline/crash';
import type { Crash } from '@faultline/model';
import { sha256 } from '../output/sha256.js';

/** What one file tells. */
export interface CrashesOfInput {
  readonly path: string;
  readonly lines: number;
  readonly crashes: readonly Crash[];
  /** In the order of the crashes; empty without sources. */
  readonly facts: readonly SourceFacts[];
  readonly dumpsBeyond: number;
  /** Something of it was read, be it nothing but an empty file. */
  readonly isRead: boolean;
  readonly trouble: { readonly code: string; readonly problem: string } | null;
}

interface InputOptions {
  readonly source: GoSourceIndex | null;
  readonly signal: AbortSignal;
  readonly onLines: (lines: number) => void;
}

const linesBetweenReports = 20_000;

/** Reads a file, or standard input, line by line: memory does not grow with it. Rejects only when it is interrupted. */
export async function readInput(path: string, options: InputOptions): Promise<CrashesOfInput> {
  const { source, signal, onLines } = options;
  const reader = createCrashReader({ sha256 });
  const bytes = path === '-' ? addAbortSignal(signal, process.stdin) : path;
  const read = await readLines(bytes, { lineCharsMax: dumpLimits.lineCharsMax, signal }, (text, line) => {
    reader.push(text, line);
    if (line % linesBetweenReports === 0) onLines(line);
  });
  const { crashes, dumpsBeyond } = reader.end();
  const ranked = source === null ? [] : crashes.map((crash) => rankBySource(crash, source));
  return {
    path,
    lines: read.lines,
    crashes: source === null ? crashes : ranked.map(({ crash }) => crash),
    facts: ranked.map(({ facts }) => facts),
    dumpsBeyond,
    isRead: read.state !== 'unreadable' || read.lines > 0,
    trouble: troubleOf(read),
  };
}

const codes = {
  truncated: 'FL_SOURCE_TRUNCATED',
  bomb: 'FL_SOURCE_BOMB',
  unreadable: 'FL_SOURCE_UNREADABLE',
} as const;

function troubleOf({ state, problem }: LinesRead): CrashesOfInput['trouble'] {
  return state === 'read' ? null : { code: codes[state], problem: problem ?? 'it could not be read' };
}
