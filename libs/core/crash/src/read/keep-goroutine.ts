import type { FatalDraft } from './fatal-draft.js';
import type { FrameDraft, GoroutineDraft } from './goroutine-draft.js';
import type { StreamContext } from './stream-state.js';

/** In a dump of so many goroutines most wait in the same place; in a smaller one comparing costs more than it saves. */
const sharingFrom = 1_000;
const stacksMax = 64;

/** Keeps a goroutine that begins, or counts it where the limits are reached. The one before it is over: equal stacks are kept once. */
export function keepGoroutine(draft: FatalDraft, goroutine: GoroutineDraft, context: StreamContext): void {
  const { goroutines } = draft;
  const before = goroutines.at(-1);
  if (before !== undefined && draft.goroutinesBeyond === 0) settleFrames(draft, before, context);
  const { goroutinesMax, openFramesMax } = context.limits;
  const isFull = goroutines.length >= goroutinesMax || context.kept.frames >= openFramesMax;
  if (isFull || draft.goroutinesBeyond > 0) draft.goroutinesBeyond++;
  else goroutines.push(goroutine);
}

function settleFrames(draft: FatalDraft, before: GoroutineDraft, context: StreamContext): void {
  if (draft.goroutines.length >= sharingFrom) {
    const equal = draft.stacks.find((stack) => areEqual(stack, before.frames));
    if (equal !== undefined) {
      before.frames = equal;
      return;
    }
    if (draft.stacks.length >= stacksMax) draft.stacks.shift();
    draft.stacks.push(before.frames);
  }
  draft.framesKept += before.frames.length;
  context.kept.frames += before.frames.length;
}

function areEqual(one: readonly FrameDraft[], other: readonly FrameDraft[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((frame, index) => {
    const twin = other[index];
    return (
      frame.line === twin?.line &&
      frame.function === twin.function &&
      frame.args === twin.args &&
      frame.file === twin.file
    );
  });
}
