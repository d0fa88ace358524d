import { finishFatal } from './finish-fatal.js';
import type { StreamContext, StreamState } from './stream-state.js';

/** Ends the dump of a dead process, if one is open, and gives the stream back. */
export function endFatal(stream: StreamState, context: StreamContext): StreamState {
  const draft = stream.fatal;
  stream.fatal = null;
  if (draft === null) return stream;
  context.kept.frames -= draft.framesKept;
  const dump = finishFatal(draft, stream);
  if (dump !== null) context.emit(dump);
  return stream;
}
