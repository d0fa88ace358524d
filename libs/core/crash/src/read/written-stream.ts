import type { StreamState } from './stream-state.js';

/** A stream as it can be written: which of its goroutines is read just now is a number, because a copy knows no identity. */
export function writtenStream(stream: StreamState): StreamState {
  const { fatal } = stream;
  if (fatal === null || fatal.current === null) return stream;
  return { ...stream, fatal: { ...fatal, currentAt: fatal.goroutines.lastIndexOf(fatal.current) } };
}

/** The stream as it was before it was written. */
export function readStream(stream: StreamState): StreamState {
  const { fatal } = stream;
  const current = fatal?.goroutines[fatal.currentAt];
  if (fatal === null || current === undefined) return stream;
  return { ...stream, fatal: { ...fatal, current, currentAt: -1 } };
}
