import type { Crash, Sha256 } from '@faultline/model';
import type { CrashDump } from '../dump.js';
import { createDumpReader } from '../read/dump-reader.js';
import { RecentLines } from '../read/recent-lines.js';
import { judgeDumps } from './judge-dumps.js';
import { unlessInjected, withoutTransport } from './to-crash-document.js';

/** `toCrashDocument` for text that is not at hand as a whole. */
export interface CrashReader {
  /** One line without its line break, numbered from 1. Never throws; costs time in proportion to the line. */
  push(text: string, lineNumber: number): void;
  /** Whether the next line may still belong to what was pushed. */
  isOpen(): boolean;
  /** No line follows. Called once. */
  end(): CrashesRead;
}

export interface CrashesRead {
  /** In the order in which their dumps end. */
  readonly crashes: readonly Crash[];
  /** Dumps behind the limit of what is kept: they were met, and not judged. */
  readonly dumpsBeyond: number;
}

export interface CrashReaderLimits {
  readonly dumpsMax: number;
  /** Of all dumps together; a row takes about 200 bytes. */
  readonly framesMax: number;
}

/** A log that is an attack may hold dumps without end. Who has ten thousand crashes in a file knows enough of them. */
const standardLimits: CrashReaderLimits = { dumpsMax: 10_000, framesMax: 1_000_000 };

/** Memory is bounded by the limits, whatever is pushed. */
export function createCrashReader(options: {
  readonly sha256: Sha256;
  readonly limits?: Partial<CrashReaderLimits>;
}): CrashReader {
  const limits = { ...standardLimits, ...options.limits };
  const reader = createDumpReader();
  const recent = new RecentLines();
  const dumps: CrashDump[] = [];
  const behind: string[] = [];
  /** Lines behind a dump that its own last line ended. */
  const awaited = new Set<number>();
  let frames = 0;
  let dumpsBeyond = 0;
  const take = (dump: CrashDump): void => {
    if (dumps.length >= limits.dumpsMax || frames >= limits.framesMax) {
      dumpsBeyond += 1;
      return;
    }
    dumps.push(dump);
    frames += framesOf(dump);
    for (const index of [dump.lastLine, dump.lastLine + 1]) {
      const line = recent.get(index + 1);
      if (line === undefined) awaited.add(index + 1);
      else behind[index] = line;
    }
  };
  return {
    push: (text, lineNumber) => {
      recent.add(withoutTransport(text), lineNumber);
      if (awaited.delete(lineNumber)) behind[lineNumber - 1] = text;
      for (const dump of reader.push(text, lineNumber)) take(dump);
    },
    isOpen: () => reader.isOpen(),
    end: () => {
      for (const dump of reader.end()) take(dump);
      const crashes = judgeDumps(dumps, options.sha256);
      return { crashes: crashes.map((crash) => unlessInjected(crash, behind)), dumpsBeyond };
    },
  };
}

function framesOf(dump: CrashDump): number {
  const stacks = dump.form === 'fatal' ? dump.goroutines : [...dump.accesses, ...dump.created];
  return stacks.reduce((sum, { frames }) => sum + frames.length + 1, 0);
}
