import type { Crash, CrashKind, Sha256 } from '@faultline/model';
import type { RaceAccess, RaceReport } from '../dump.js';
import { mainGoroutine, raceGoroutines } from './dump-goroutines.js';
import { describeRelease, goRelease } from './go-release.js';
import { lossWords } from './loss-words.js';
import { mapRuntime } from './map-runtime.js';
import { firstOwnFrame } from './own-frames.js';
import { isMapRace, operationOf, raceSides, roleOf } from './race-sides.js';
import { untold, type Peer } from './rank-peers.js';
import { crashSignature } from './signature.js';
import { unconfirmedRaceReason } from './unconfirmed-race-reason.js';

/**
 * What a report of the race detector proves: both parties, by their stacks. `forged` says why the place it stands in makes it doubtful.
 * Cost: linear in the report.
 */
export function judgeRace(report: RaceReport, sha256: Sha256, forged: string | null = null): Crash {
  const kind: CrashKind = isMapRace(report) ? 'race_report' : 'race_report_not_map';
  const release = goRelease(report);
  const reason = forged ?? unconfirmedRaceReason(report);
  const goVersion = describeRelease(release);
  return {
    kind,
    confirmed: reason === null,
    ...(reason === null ? {} : { unconfirmedReason: reason }),
    message: null,
    runtime: mapRuntime(report, release),
    ...(goVersion === undefined ? {} : { goVersion }),
    crashing: crashingAccess(report),
    peer: previousAccess(report, reason === null),
    goroutines: raceGoroutines(report),
    signature: crashSignature(kind, raceSides(report), '', sha256),
    complete:
      report.losses.length === 0 &&
      report.accesses.length === 2 &&
      report.accesses.every(({ stackLost }) => !stackLost),
    losses: [...lossWords(report, null), ...lostStacks(report)],
    cannotTell: [...order],
    notes: kind === 'race_report_not_map' ? [notMap] : [],
    lines: { first: report.firstLine, last: report.lastLine },
  };
}

const notMap =
  'no function of the map runtime is on either stack, so the race is on something else (an element, a field, a counter)';

const order: Crash['cannotTell'] = [
  {
    what: 'whether a run without the race detector would crash',
    wouldTell: 'nothing: most races end without a crash',
  },
];

function crashingAccess({ accesses }: RaceReport): Crash['crashing'] {
  const access = accesses.find(({ previous }) => !previous) ?? accesses[0];
  const own = access === undefined ? null : firstOwnFrame(access.frames);
  if (access === undefined || own === null) return null;
  const operation = operationOf(access);
  const { function: name, file, line } = own.frame;
  return {
    goroutine: access.goroutine ?? mainGoroutine,
    role: roleOf(access),
    ...(operation === undefined ? {} : { op: operation }),
    function: name,
    file,
    line,
  };
}

function previousAccess({ accesses }: RaceReport, confirmed: boolean): Peer {
  const access = accesses.find(({ previous }) => previous);
  const own = access === undefined ? null : firstOwnFrame(access.frames);
  if (access === undefined || own === null) return untold;
  const { function: name, file, line } = own.frame;
  const why = `the race detector saw its ${access.operation}, not ordered with the other access`;
  const candidate = { goroutine: idOf(access), role: roleOf(access), function: name, file, line, why };
  return { certainty: confirmed ? 'certain' : 'hypothesis', candidates: [candidate] };
}

function idOf({ goroutine }: RaceAccess): number {
  return goroutine ?? mainGoroutine;
}

function lostStacks({ accesses }: RaceReport): readonly string[] {
  return accesses.some(({ stackLost }) => stackLost)
    ? ['the race detector had forgotten a stack (history_size in GORACE makes it remember more)']
    : [];
}
