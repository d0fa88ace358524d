/*
 * A dump as it was written, before anyone judges it. Names of functions are as printed, without arguments; numbers of lines count those of
 * the text that was read, from 1.
 */

export interface DumpFrame {
  /** `main.(*Store).Set`, `internal/runtime/maps.fatal`; empty where the function row is lost. */
  readonly function: string;
  /** Between the parentheses as printed; null where the row has none (race reports: empty). `...` marks an inlined frame. */
  readonly args: string | null;
  /** Null where the file row is lost. */
  readonly file: string | null;
  readonly line: number | null;
}

export interface DumpCreator extends DumpFrame {
  /** `in goroutine N`, from Go 1.21. */
  readonly goroutine: number | null;
}

export interface DumpGoroutine {
  /** -1 where the header row is lost. */
  readonly id: number;
  /** Inside the brackets, first part: `running`, `semacquire`, `chan receive`. */
  readonly state: string;
  readonly waitMinutes: number | null;
  readonly lockedToThread: boolean;
  readonly labels: Readonly<Record<string, string>>;
  /** `gp=0x… m=3 mp=0x…` stood in the header: level system or higher. */
  readonly systemLevel: boolean;
  /** The first frame is the innermost. */
  readonly frames: readonly DumpFrame[];
  readonly createdBy: DumpCreator | null;
  /** Rows that the runtime left out itself (`...81 frames elided...`); 1 where it does not say how many. */
  readonly elidedFrames: number;
  /** `goroutine running on other thread; stack unavailable`. */
  readonly stackUnavailable: boolean;
  readonly firstLine: number;
}

export interface DumpSignal {
  readonly name: string;
  /** Lower-case hex without 0x, null where the row does not say. */
  readonly address: string | null;
  readonly code: string | null;
}

/** What the runtime printed when a process died, or what looks like it. */
export interface FatalDump {
  readonly form: 'fatal';
  /**
   * Texts behind `fatal error: ` at column 0 or, within a panic, at column 1 behind a tab; several in a double crash. The column counts within the
   * wrapping that the whole dump has: another number says that something else stands before the message in this row only.
   */
  readonly fatals: readonly { readonly message: string; readonly column: number; readonly line: number }[];
  /** Texts behind `panic: ` that came before, with `[recovered]` and the like removed. */
  readonly panics: readonly { readonly message: string; readonly line: number }[];
  readonly signal: DumpSignal | null;
  /** What the length argument of `runtime.throw` or `runtime.fatal` tells where the message row is lost. */
  readonly messageByLength: string | null;
  /** `[signal …]` or `unexpected fault address` and other rows of the preamble. */
  readonly preamble: readonly string[];
  /** In order of appearance. One id twice: a double crash. Bodies that GOTRACEBACK=crash prints again per thread are merged into the first. */
  readonly goroutines: readonly DumpGoroutine[];
  /** How many more there were, beyond the limit of what is kept. */
  readonly goroutinesBeyond: number;
  /** `exit status 2` and the like, where the log says it. */
  readonly exitCode: number | null;
  readonly losses: readonly DumpLoss[];
  /** Names the wrapping and who wrote the lines. Dumps of different sources are of different processes. */
  readonly source?: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface RaceAccess {
  readonly operation: 'read' | 'write';
  readonly previous: boolean;
  /** Lower-case hex without leading zeros and 0x. */
  readonly address: string;
  /** Null: the main goroutine. */
  readonly goroutine: number | null;
  readonly frames: readonly DumpFrame[];
  /** `[failed to restore the stack]`. */
  readonly stackLost: boolean;
}

/** One report of the race detector. */
export interface RaceReport {
  readonly form: 'race';
  /** The access that was noticed first, then the previous one; one only where the rest is cut. */
  readonly accesses: readonly RaceAccess[];
  readonly created: readonly {
    readonly goroutine: number;
    readonly state: string;
    readonly frames: readonly DumpFrame[];
  }[];
  readonly losses: readonly DumpLoss[];
  /** Names the wrapping and who wrote the lines. Dumps of different sources are of different processes. */
  readonly source?: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

export type CrashDump = FatalDump | RaceReport;

/** What is known to be missing. */
export const dumpLosses = [
  'head cut',
  'tail cut',
  'message lost',
  'file rows lost',
  'function rows lost',
  'goroutine headers lost',
  'lines reversed',
  'lines interleaved',
  'goroutines beyond the limit',
  'frames beyond the limit',
  'line too long',
] as const;
export type DumpLoss = (typeof dumpLosses)[number];
