import type { Crash } from '@faultline/model';
import type { FatalDump, RaceReport } from '../dump.js';
import { isMapKind } from './kind-family.js';
import { functionsOf, sharedPlace } from './race-sides.js';

export interface JudgedReport {
  readonly report: RaceReport;
  readonly crash: Crash;
}

/** A death, joined with the reports before it that are about the same code, and the reports that are not. */
export interface JoinedDeath {
  readonly crash: Crash;
  readonly rest: readonly JudgedReport[];
}

/**
 * One crash for one bug: the race detector reports the header of a map and its elements apart, with the same places on both sides. Cost: linear
 * in the reports.
 */
export function crashesOf(reports: readonly JudgedReport[]): readonly Crash[] {
  return bugsOf(reports).map(asOne);
}

/** A program that the race detector reported on may still die of the runtime's check: that is one crash as well. */
export function joinReports(reports: readonly JudgedReport[], fatal: FatalDump, death: Crash): JoinedDeath {
  if (!isMapKind(death.kind)) return { crash: death, rest: reports };
  const own = bugsOf(reports).filter((bug) => concerns(bug, fatal, death));
  if (own.length === 0) return { crash: death, rest: reports };
  const joined = new Set(own.flat());
  return {
    crash: withFatal(own.map(asOne), death),
    rest: reports.filter((report) => !joined.has(report)),
  };
}

type Bug = readonly JudgedReport[];

function bugsOf(reports: readonly JudgedReport[]): readonly Bug[] {
  const bugs = new Map<string, JudgedReport[]>();
  for (const judged of reports) {
    const key = sharedPlace(judged.report);
    const bug = bugs.get(key);
    if (bug === undefined) bugs.set(key, [judged]);
    else bug.push(judged);
  }
  return [...bugs.values()];
}

/** The report about the map tells most; its lines reach over all of them. */
function asOne(bug: Bug): Crash {
  const crashes = bug.map(({ crash }) => crash);
  const best =
    crashes.find(({ kind, confirmed }) => kind === 'race_report' && confirmed) ??
    crashes.find(({ kind }) => kind === 'race_report') ??
    crashes[0];
  if (best === undefined) throw new RangeError('a bug has at least one report');
  const note = `${crashes.length} reports of the race detector about the same two places`;
  return {
    ...best,
    lines: span(crashes),
    notes: crashes.length > 1 ? [...best.notes, note] : best.notes,
  };
}

/** Without a stack on either side, a report on a map right before is the best that is known. */
function concerns(bug: Bug, fatal: FatalDump, death: Crash): boolean {
  const onMap = bug.some(({ crash }) => crash.kind === 'race_report');
  const reported = functionsOf(bug.flatMap(({ report }) => report.accesses.map(({ frames }) => frames)));
  const place = death.crashing;
  if (place === null || reported.size === 0) return onMap;
  const died = functionsOf([fatal.goroutines.find(({ id }) => id === place.goroutine)?.frames.slice() ?? []]);
  return [...died].some((name) => reported.has(name)) && onMap;
}

function withFatal(reports: readonly Crash[], death: Crash): Crash {
  const report = reports.find(({ confirmed }) => confirmed) ?? reports[0];
  if (report === undefined) return death;
  const confirmed = death.confirmed && report.confirmed;
  const reason = death.unconfirmedReason ?? report.unconfirmedReason;
  const { unconfirmedReason: _, ...rest } = death;
  return {
    ...rest,
    kind: 'race_report_and_fatal',
    confirmed,
    ...(confirmed || reason === undefined ? {} : { unconfirmedReason: reason }),
    crashing: death.crashing ?? report.crashing,
    peer: confirmed ? otherSide(report, death) : death.peer,
    goroutines: death.goroutines.length > 0 ? death.goroutines : report.goroutines,
    signature: death.crashing === null ? report.signature : death.signature,
    notes: [...death.notes, 'the race detector had reported it before the process died'],
    lines: span([...reports, death]),
  };
}

/** The side of the report that is not where the process died. */
function otherSide(report: Crash, death: Crash): Crash['peer'] {
  const { crashing, peer } = report;
  const previous = peer.candidates[0];
  if (crashing === null || previous === undefined || death.crashing === null) return peer;
  const diedAtPrevious =
    previous.function === death.crashing.function && crashing.function !== death.crashing.function;
  if (!diedAtPrevious) return peer;
  const { goroutine, role, function: name, file, line } = crashing;
  return { ...peer, candidates: [{ goroutine, role, function: name, file, line, why: previous.why }] };
}

function span(crashes: readonly Crash[]): Crash['lines'] {
  return {
    first: Math.min(...crashes.map(({ lines }) => lines.first)),
    last: Math.max(...crashes.map(({ lines }) => lines.last)),
  };
}
