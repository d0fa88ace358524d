import { finishRace } from './race-draft.js';
import type { StreamContext, StreamState } from './stream-state.js';

/** Ends the report of the race detector, if one is open. `ended`: its closing rule was seen. */
export function endRace(stream: StreamState, ended: boolean, context: StreamContext): void {
  const draft = stream.race;
  stream.race = null;
  const report = draft === null ? null : finishRace(draft, ended, stream.source);
  if (report !== null) context.emit(report);
}
