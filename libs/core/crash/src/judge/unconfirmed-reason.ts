import type { Claim, Objection } from './claim.js';
import type { Death } from './death.js';
import { checkInItsPlace } from './check-in-its-place.js';
import { possibleStack, stacksThatRun } from './possible-stack.js';
import { isThrowing } from './thrower.js';

/*
 * The text of a dump is forgeable: a panic's value, a log line and a label can hold whole dumps. A crash counts as confirmed when the dump
 * carries what only the runtime prints in that place. The first objection is the one that is told.
 */

/** Null: confirmed. Cost: linear in the dump. */
export function unconfirmedReason(claim: Claim): string | null {
  for (const objection of objections) {
    const reason = objection(claim);
    if (reason !== null) return reason;
  }
  return null;
}

/** What no value of a panic says unless somebody put the output of a dying process into it. */
const imitation = /fatal error: |concurrent map |WARNING: DATA RACE|goroutine \d+ \[/;

const insidePanic: Objection = ({ death }) =>
  death.claimedInPanic || (death.kind === 'panic' && imitation.test(death.message ?? ''))
    ? 'the text of a panic imitates a fatal error, and what follows may be part of that text'
    : null;

const besidePanic: Objection = ({ death }) =>
  death.besidePanic
    ? 'a panic was printed together with the fatal error, and whose stack is on top cannot be told'
    : null;

const misplaced: Objection = ({ dump, death }) =>
  !death.deferred && dump.fatals.some(({ column }) => column > 0)
    ? 'the message does not stand at the beginning of a line, where the runtime prints it'
    : null;

const messageLost: Objection = ({ dump, death }) =>
  death.message === null || dump.losses.includes('message lost')
    ? 'the message is lost: only frames speak for this death'
    : null;

/** Confirmation is about where rows stand. */
const orderLost: Objection = ({ dump }) =>
  dump.losses.includes('lines reversed')
    ? 'the lines came in reverse order, so where they stood proves nothing'
    : null;

const noStack: Objection = ({ death }) =>
  death.top === null || death.top.frames.length === 0
    ? 'only the message is there, and any program can print a message'
    : null;

/** The runtime exits with 2, or aborts (134) at GOTRACEBACK=crash. A right code proves nothing: the log is text as well. */
const wrongExit: Objection = ({ dump }) =>
  dump.exitCode === null || dump.exitCode === 2 || dump.exitCode === 134
    ? null
    : `the process ended with exit code ${dump.exitCode}, but the runtime exits with 2`;

const wrongState: Objection = ({ death }) => {
  if (death.top !== null && death.top.id < 0) return 'the header of the goroutine on top is lost';
  const runs = death.top?.state.startsWith('running') === true;
  if (death.kind === 'deadlock') return runs ? 'a goroutine runs, so nothing is deadlocked' : null;
  return runs ? null : 'the goroutine on top is not running, so it cannot have died of this';
};

/** Throws print the runtime's frames at every level; a fault comes with its signal, a stack overflow with rows before the message. */
const unlikeThrow: Objection = ({ dump, death }) => {
  if (death.kind !== 'other' && death.kind !== 'sigsegv') return null;
  const shown =
    isOverflow(death) ||
    isThrowing(death.top?.frames ?? []) ||
    dump.signal !== null ||
    dump.preamble.length > 0;
  return shown ? null : 'the frames by which the runtime ends a process are missing on top';
};

/** Its stack is switched before the runtime throws, so no thrower is on top; but it is as deep as a dump shows. */
function isOverflow({ message, top }: Death): boolean {
  if (message !== 'stack overflow' || top === null) return false;
  return top.systemLevel || top.elidedFrames > 0 || top.frames.length >= deepFrames;
}

/** Up to 1.20 a dump shows a hundred frames, later fifty from either end. */
const deepFrames = 50;

const objections: readonly Objection[] = [
  insidePanic,
  besidePanic,
  misplaced,
  messageLost,
  orderLost,
  noStack,
  wrongExit,
  wrongState,
  unlikeThrow,
  checkInItsPlace,
  possibleStack,
  stacksThatRun,
];
