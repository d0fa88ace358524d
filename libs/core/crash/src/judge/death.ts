import type { CrashKind, CrashRole } from '@faultline/model';
import type { DumpGoroutine, FatalDump } from '../dump.js';
import { isDeadlock, isFault, mapFatal } from './fatal-message.js';
import { headlessKind } from './headless-kind.js';
import { roleByFrames } from './role-by-frames.js';
import { isThrowing } from './thrower.js';
import { topGoroutine } from './top-goroutine.js';

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
  return roles.every((other) => other === role) ? role : roleByFrames(top?.frames ?? []);
}

function headlessDeath(dump: FatalDump, top: DumpGoroutine | null): Death | null {
  const rest = {
    message: null,
    top,
    role: 'unknown',
    deferred: false,
    claimedInPanic: false,
    besidePanic: false,
  } as const;
  const { signal } = dump;
  if (signal !== null) {
    return { ...rest, kind: signal.name.startsWith('SIGSEGV') ? 'sigsegv' : 'other', message: signal.name };
  }
  if (top === null) return null;
  if (dump.messageByLength !== null) return fatalDeath(dump, dump.messageByLength, top);
  const kind = headlessKind(dump, top);
  return kind === null ? null : { ...rest, kind, role: roleByFrames(top.frames) };
}
