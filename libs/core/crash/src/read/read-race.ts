import { endRace } from './end-race.js';
import {
  addAccess,
  addCreator,
  addRaceFile,
  addRaceFunction,
  loseRaceStack,
  type RaceDraft,
  startRace,
} from './race-draft.js';
import type { Row } from './row.js';
import type { StreamContext, StreamState } from './stream-state.js';

/** True if the row was one of a race report and is dealt with. */
export function readRaceRow(stream: StreamState, row: Row, line: number, context: StreamContext): boolean {
  switch (row.kind) {
    case 'race-start':
      endRace(stream, false, context);
      stream.race = startRace(line);
      return true;
    case 'race-rule':
    case 'race-count':
      if (stream.race !== null && stream.race.accesses.length > 0) {
        stream.race.lastLine = line;
        endRace(stream, row.kind === 'race-rule', context);
      }
      return true;
    case 'race-access':
      // The row that starts a report may be lost; an access with an address and a goroutine is nothing else.
      addAccess((stream.race ??= startRace(line)), row.access);
      break;
    case 'goroutine':
    case 'fatal':
    case 'panic':
      endRace(stream, false, context);
      return false;
    default:
      if (stream.race === null || !readSectionRow(stream.race, row, context.limits.framesMax)) return false;
  }
  if (stream.race !== null) stream.race.lastLine = line;
  return true;
}

function readSectionRow(race: RaceDraft, row: Row, framesMax: number): boolean {
  switch (row.kind) {
    case 'race-created':
      addCreator(race, row.created);
      break;
    case 'race-lost':
      loseRaceStack(race);
      break;
    case 'function':
      addRaceFunction(race, row.row, framesMax);
      break;
    case 'file':
      addRaceFile(race, row.row);
      break;
    case 'blank':
      break;
    default:
      return false;
  }
  race.foreignLines = 0;
  return true;
}
