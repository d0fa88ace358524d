import type { CrashKind, CrashRole } from '@faultline/model';
import type { DumpGoroutine, FatalDump } from '../dump.js';
import { isDeadlock, isFault, mapFatal } from './fatal-message.js';
import { mapUse, type MapOperation } from './map-operation.js';
import { ownFrames } from './own-frames.js';
import { isThrowing, thrower } from './thrower.js';

/** What a dump says a process died of, before anyone asks whether to believe it. */
export interface Death {
  readonly kind: CrashKind;
  readonly role: CrashRole;
  readonly message: string | null;
  /** Null: no stack was printed. */
  readonly top: DumpGoroutine | null;
  /** The fatal error came within a deferred call of a panicking goroutine (printed so from 1.26). */
  readonly deferred: boolean;
  /** A fatal error is claimed within the text of a panic. */
  readonly claimedInPanic: boolean;
  /** A panic was printed after the message and before the stacks. */
  readonly besidePanic: boolean;
}

/** Null where nothing died: a stack that was printed by request, or a recovered panic. Cost: linear in the goroutines. */
export function deathOf(dump: FatalDump): Death | null {
  const top = topGoroutine(dump);
  const fatal = dump.fatals[0];
  const panic = dump.panics[0];
  if (fatal === undefined) return panic === undefined ? headlessDeath(dump, top) : panicDeath(dump, top);
  const death = fatalDeath(dump, fatal.message, top);
  if (panic === undefined) return death;
  if (fatal.line < panic.line) return withPanic(death);
  return isDeferredFatal(dump, top) ? { ...death, deferred: true } : panicDeath(dump, top);
}

/** The goroutine that the runtime printed first because it died. Where rows were moved, the one that stands in the runtime's own check. */
export function topGoroutine(dump: FatalDump): DumpGoroutine | null {
  const goroutines = dump.goroutines.filter(
    (goroutine, at) => at > 0 || dump.goroutines.length < 2 || !isRuntimeStack(goroutine),
  );
  const first = goroutines[0];
  if (first !== undefined && (isThrowing(first.frames) || isOnTop(first))) return first;
  return goroutines.find(({ frames }) => isThrowing(frames)) ?? goroutines.find(isOnTop) ?? first ?? null;
}

/** `runtime stack:` has no number. It comes before the goroutine that overflowed, and has none of the program's frames. */
function isRuntimeStack({ id, frames }: DumpGoroutine): boolean {
  return id < 0 && frames.length > 0 && ownFrames(frames).length === 0;
}

function isOnTop({ state, stackUnavailable }: DumpGoroutine): boolean {
  return state.startsWith('running') && !stackUnavailable;
}

/** From 1.26: `panic: X`, a tab and `fatal error: …`; the stack shows the check on top and the panic below. A panic's text cannot forge the stack. */
function isDeferredFatal(dump: FatalDump, top: DumpGoroutine | null): boolean {
  if (top === null) return false;
  const indented = dump.fatals.every(({ column }) => column > 0);
  return indented && isThrowing(top.frames) && top.frames.some((frame) => frame.function === 'panic');
}

/** Two goroutines died at once, one of a check and one of a panic: which stack is whose is known only where the check is shown. */
function withPanic(death: Death): Death {
  return isThrowing(death.top?.frames ?? []) ? death : { ...death, role: 'unknown', besidePanic: true };
}

function panicDeath(dump: FatalDump, top: DumpGoroutine | null): Death {
  return {
    kind: 'panic',
    role: 'unknown',
    message: dump.panics[0]?.message ?? null,
    top,
    deferred: false,
    claimedInPanic: dump.fatals.length > 0,
    besidePanic: false,
  };
}

function fatalDeath(dump: FatalDump, message: string, top: DumpGoroutine | null): Death {
  const rest = { message, top, deferred: false, claimedInPanic: false, besidePanic: false };
  const map = mapFatal(message);
  if (map !== null) return { ...rest, kind: map.kind, role: agreedRole(dump, map.role, top) };
  if (isDeadlock(message)) return { ...rest, kind: 'deadlock', role: 'unknown' };
  if (isFault(message)) return { ...rest, kind: 'sigsegv', role: 'unknown' };
  return { ...rest, kind: 'other', role: 'unknown' };
}

/** In a double crash the messages and the stacks may come in different orders (two threads print at once), so unequal ones name no role. */
function agreedRole(dump: FatalDump, role: CrashRole, top: DumpGoroutine | null): CrashRole {
  const roles = dump.fatals.map(({ message }) => mapFatal(message)?.role ?? role);
  return roles.every((other) => other === role) ? role : roleByFrames(top);
}

function headlessDeath(dump: FatalDump, top: DumpGoroutine | null): Death | null {
  const rest = {
    message: null,
    top,
    deferred: false,
    claimedInPanic: false,
    besidePanic: false,
    role: 'unknown',
  } as const;
  if (dump.signal !== null) {
    return {
      ...rest,
      kind: dump.signal.name.startsWith('SIGSEGV') ? 'sigsegv' : 'other',
      message: dump.signal.name,
    };
  }
  if (top === null) return null;
  if (dump.messageByLength !== null) return fatalDeath(dump, dump.messageByLength, top);
  if (provesMapCheck(top)) return { ...rest, kind: 'map_unknown', role: roleByFrames(top) };
  if (isHiddenCheck(dump, top)) return { ...rest, kind: 'map_unknown' };
  const lost = dump.losses.includes('head cut') || dump.losses.includes('message lost');
  return lost && isOnTop(top) && !isPrintedByRequest(top) ? { ...rest, kind: 'other' } : null;
}

function provesMapCheck(top: DumpGoroutine): boolean {
  switch (thrower(top)) {
    case 'swiss':
      return true;
    case 'fatal':
    case 'throw':
      return mapUse(top.frames.slice(1, 3)) !== null;
    case 'linked':
      return isOnTop(top);
    case 'hidden':
      return false;
  }
}

/**
 * A file of SetCrashOutput (1.23) begins at the blank line behind the message of a fatal error, but has that of a panic. All goroutines
 * are there and the runtime's frames are not: so prints only the check of a map, since that of a lock is shown.
 */
function isHiddenCheck(dump: FatalDump, top: DumpGoroutine): boolean {
  const [first] = top.frames;
  const whole = dump.firstLine <= 2 && !dump.losses.includes('head cut');
  if (!whole || dump.goroutines.length < 2 || !isOnTop(top) || first === undefined) return false;
  return ownFrames([first]).length > 0 && !top.frames.some((frame) => frame.function === 'panic');
}

/** debug.PrintStack, a profile of goroutines, and servers that recover from a panic in a handler. */
function isPrintedByRequest(top: DumpGoroutine): boolean {
  return top.frames
    .slice(0, 6)
    .some((frame) =>
      /^(?:runtime\/debug\.|runtime\/pprof\.|net\/http\.\(\*conn\)\.serve\.func)/.test(frame.function),
    );
}

const roleOfOperation: Readonly<Record<MapOperation, CrashRole>> = {
  assign: 'writer',
  delete: 'writer',
  clear: 'writer',
  grow: 'writer',
  read: 'reader',
  iterate: 'iterator',
  clone: 'cloner',
};

function roleByFrames(top: DumpGoroutine | null): CrashRole {
  const use = top === null ? null : mapUse(top.frames);
  return use === null ? 'unknown' : roleOfOperation[use.operation];
}
