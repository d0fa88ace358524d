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
import { holdReversed } from './reversed-race.js';
import type { Row } from './row.js';
import type { StreamContext, StreamState } from './stream-state.js';

/** True if the row was one of a race report and is dealt with. */
export function readRaceRow(stream: StreamState, row: Row, line: number, context: StreamContext): boolean {
  const ruled = stream.raceRows?.length === 0;
  if (stream.raceRows !== null) {
    const held = holdReversed(stream, row, line);
    if (held === 'held') return true;
    if (held !== null) return replay(stream, held, context);
  }
  return readForward(stream, row, line, context, ruled);
}

/** The report from its first line to its last, as if the log had run forward. */
function replay(
  stream: StreamState,
  rows: readonly { row: Row; line: number }[],
  context: StreamContext,
): boolean {
  for (const { row, line } of rows) readForward(stream, row, line, context);
  if (stream.race !== null) {
    stream.race.losses.push('lines reversed');
    stream.race.firstLine = rows.at(-1)?.line ?? stream.race.firstLine;
    stream.race.lastLine = rows[0]?.line ?? stream.race.lastLine;
  }
  endRace(stream, true, context);
  return true;
}

function readForward(
  stream: StreamState,
  row: Row,
  line: number,
  context: StreamContext,
  ruled = false,
): boolean {
  switch (row.kind) {
    case 'race-start':
      endRace(stream, false, context);
      stream.race = startRace(line, ruled);
      return true;
    case 'race-rule':
    case 'race-count':
      endAtRule(stream, row, line, context);
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

function endAtRule(stream: StreamState, row: Row, line: number, context: StreamContext): void {
  if (stream.race === null) {
    stream.raceRows = row.kind === 'race-rule' ? [] : null;
    return;
  }
  if (stream.race.accesses.length === 0) return;
  stream.race.lastLine = line;
  endRace(stream, row.kind === 'race-rule', context);
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
