import type { DumpFrame, RaceReport } from '../dump.js';
import { codeOrigin } from './code-origin.js';
import { mapUse } from './map-operation.js';

type Objection = (report: RaceReport) => string | null;

/** Why a report cannot be the race detector's, or not all of it; null if it can. Cost: linear in the report. */
export function unconfirmedRaceReason(report: RaceReport): string | null {
  for (const objection of objections) {
    const reason = objection(report);
    if (reason !== null) return reason;
  }
  return null;
}

const bothSides: Objection = ({ accesses }) => {
  const [first, second] = accesses;
  if (first === undefined || second === undefined) return 'one of the two accesses is missing';
  if (first.previous || !second.previous)
    return 'a report lists one new and one previous access, in this order';
  if (first.goroutine === second.goroutine)
    return 'both accesses are by the same goroutine, which cannot race with itself';
  return first.operation === 'write' || second.operation === 'write' ? null : 'two reads are no race';
};

/** The detector keeps one shadow cell for eight bytes and compares nothing beyond it. */
const oneCell: Objection = ({ accesses }) => {
  const cells = new Set(accesses.map(({ address }) => cellOf(address)));
  return cells.size <= 1 ? null : 'the two accesses are to different memory';
};

function cellOf(address: string): string {
  const last = Number.parseInt(address.slice(-1), 16);
  return `${address.slice(0, -1)}${last >= 8 ? 8 : 0}`;
}

const stacks: Objection = ({ accesses }) =>
  accesses.some(({ frames, stackLost }) => frames.length === 0 && !stackLost)
    ? 'an access has no stack'
    : null;

/** Rows of a report have no arguments, as opposed to those of a dump. */
const rows: Objection = ({ accesses }) =>
  accesses.some(({ frames }) => frames.some(({ args }) => args !== null && args !== ''))
    ? 'its rows show arguments, which the race detector does not print'
    : null;

/** The detector says where every goroutine but main's was created. */
const creators: Objection = ({ accesses, created, losses }) => {
  if (losses.length > 0) return null;
  const known = new Set(created.map(({ goroutine }) => goroutine));
  return accesses.every(({ goroutine }) => goroutine === null || known.has(goroutine))
    ? null
    : 'nothing says where one of the goroutines was created';
};

const mapFiles: Objection = ({ accesses }) => {
  const alien = accesses.flatMap(({ frames }) => frames).find(isAlienMapFrame);
  return alien === undefined ? null : `${alien.function} is said to be in a file where it is not`;
};

function isAlienMapFrame(frame: DumpFrame): boolean {
  if (frame.file === null || mapUse([frame]) === null) return false;
  const known = /(?:^|[/\\])(?:runtime|reflect|maps)[/\\][^/\\]+\.go$/.test(frame.file);
  return !known && codeOrigin(frame) === 'runtime';
}

const objections: readonly Objection[] = [bothSides, oneCell, stacks, rows, creators, mapFiles];
