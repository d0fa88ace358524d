import type { DumpGoroutine } from '../dump.js';
import { isCompilerWrapper } from './function-name.js';
import { ownFrames } from './own-frames.js';

/**
 * What a goroutine could do when the world stopped. `active`: it ran, or was stopped in mid-flight to let the dump be printed. `away`: it ran on another thread and its
 * stack could not be read. `waiting`: it was parked, and not in a map then. `unstarted`: it had not run a line. `system`: the runtime's own.
 */
export type PeerState = 'active' | 'away' | 'waiting' | 'unstarted' | 'system';

export function peerState(goroutine: DumpGoroutine): PeerState {
  if (goroutine.stackUnavailable && goroutine.frames.length === 0) return 'away';
  if (isSystem(goroutine)) return 'system';
  if (!isActive(goroutine.state)) return 'waiting';
  return isUnstarted(goroutine) ? 'unstarted' : 'active';
}

/** A goroutine can be made to help the collector in the middle of a write to a map, since the write allocates. */
function isActive(state: string): boolean {
  return /^(?:running|runnable|preempted|copystack|GC assist)/.test(state);
}

/** `main.main.gowrap1()` or, up to 1.21, `main.main.func1()` at the line of the go statement, and nothing of the program above. */
function isUnstarted({ frames, createdBy }: DumpGoroutine): boolean {
  const own = ownFrames(frames);
  const [first] = own;
  if (first === undefined || own.length > 1 || frames[0] !== first.frame) return false;
  if (isCompilerWrapper(first.name)) return true;
  const sameLine = createdBy !== null && first.frame.line !== null && first.frame.line === createdBy.line;
  return sameLine && first.frame.file === createdBy.file && frames.at(-1)?.function === 'runtime.goexit';
}

function isSystem({ frames, createdBy }: DumpGoroutine): boolean {
  if (ownFrames(frames).length > 0) return false;
  const creator = createdBy?.function ?? '';
  return (
    creator.startsWith('runtime.') ||
    (creator === '' && frames.every((frame) => frame.function.startsWith('runtime.')))
  );
}
