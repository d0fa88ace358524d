import type { DumpFrame, DumpGoroutine, FatalDump, RaceAccess, RaceReport } from '../../dump.js';

/** A frame as `function(args)` at `file:line`; without a file the file row is lost. */
export function frame(name: string, place: string | null = '/srv/shop/main.go:10', args = '0x0?'): DumpFrame {
  if (place === null) return { function: name, args, file: null, line: null };
  const colon = place.lastIndexOf(':');
  return { function: name, args, file: place.slice(0, colon), line: Number(place.slice(colon + 1)) };
}

/** internal/runtime/maps.fatal, as 1.24 and newer show it on top. */
export const swissCheck = frame(
  'internal/runtime/maps.fatal',
  '/usr/local/go/src/runtime/panic.go:1181',
  '{0x4a1f?, 0x0?}',
);

export function goroutine(
  id: number,
  state: string,
  frames: readonly DumpFrame[],
  rest: Partial<DumpGoroutine> = {},
): DumpGoroutine {
  return {
    id,
    state,
    waitMinutes: null,
    lockedToThread: false,
    labels: {},
    systemLevel: false,
    frames,
    createdBy: id === 1 ? null : { ...frame('main.main', '/srv/shop/main.go:90'), goroutine: 1 },
    elidedFrames: 0,
    stackUnavailable: false,
    firstLine: 3,
    ...rest,
  };
}

export function fatalDump(
  message: string | null,
  goroutines: readonly DumpGoroutine[],
  rest: Partial<FatalDump> = {},
): FatalDump {
  return {
    form: 'fatal',
    fatals: message === null ? [] : [{ message, column: 0, line: 1 }],
    panics: [],
    signal: null,
    messageByLength: null,
    preamble: [],
    goroutines,
    goroutinesBeyond: 0,
    exitCode: null,
    losses: [],
    firstLine: 1,
    lastLine: 30,
    ...rest,
  };
}

export function access(
  operation: 'read' | 'write',
  goroutineId: number | null,
  frames: readonly DumpFrame[],
  rest: Partial<RaceAccess> = {},
): RaceAccess {
  return {
    operation,
    previous: false,
    address: 'c000094060',
    goroutine: goroutineId,
    frames: frames.map((row) => ({ ...row, args: '' })),
    stackLost: false,
    ...rest,
  };
}

/** A report of two accesses; goroutines other than main's are said to be created by main. */
export function raceReport(
  first: RaceAccess,
  second: RaceAccess,
  rest: Partial<RaceReport> = {},
): RaceReport {
  const created = [first, second].flatMap(({ goroutine: id }) =>
    id === null
      ? []
      : [{ goroutine: id, state: 'running', frames: [frame('main.main', '/srv/shop/main.go:90', '')] }],
  );
  return {
    form: 'race',
    accesses: [first, { ...second, previous: true }],
    created,
    losses: [],
    firstLine: 1,
    lastLine: 25,
    ...rest,
  };
}

/** Stands for SHA-256 where only equality counts. */
export const digest = (data: string | Uint8Array): string => `digest of ${String(data)}`;
