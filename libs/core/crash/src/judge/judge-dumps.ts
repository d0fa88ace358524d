import type { Crash, Sha256 } from '@faultline/model';
import type { CrashDump, FatalDump, RaceReport } from '../dump.js';
import { judgeFatal } from './judge-fatal.js';
import { judgeRace } from './judge-race.js';
import { mergeReports } from './merge-reports.js';

/**
 * The crashes that these dumps tell of, in order. Reports of the race detector about one bug become one crash, together with the fatal error
 * that follows them. Cost: linear in the dumps, and quadratic in the reports before one fatal error, of which `reportsMax` are compared.
 */
export function judgeDumps(dumps: readonly CrashDump[], sha256: Sha256): readonly Crash[] {
  const crashes: Crash[] = [];
  let reports: RaceReport[] = [];
  let panic: FatalDump | null = null;
  const settle = (fatal: FatalDump | null): void => {
    const judged = reports.map((report) => ({
      report,
      crash: judgeRace(report, sha256, forgedPlace(report, panic, fatal)),
    }));
    const death = fatal === null ? null : judgeFatal(fatal, sha256);
    crashes.push(...mergeReports(judged, fatal, death));
    reports = [];
  };
  for (const dump of dumps) {
    if (dump.form === 'race') {
      reports.push(dump);
      if (reports.length >= reportsMax) settle(null);
      continue;
    }
    settle(dump);
    panic = dump.panics.length > 0 ? dump : null;
  }
  settle(null);
  return crashes;
}

/** A small program gives two or three reports for a bug; thousands before one fatal error are compared in portions. */
const reportsMax = 200;

/** The text of a panic may hold a report: it then stands between `panic:` and the stack, or right behind the panic's only line. */
function forgedPlace(report: RaceReport, before: FatalDump | null, after: FatalDump | null): string | null {
  const within = [before, after].some((dump) => dump !== null && isWithin(report, dump));
  return within ? 'it stands within the text of a panic' : null;
}

function isWithin(report: RaceReport, dump: FatalDump): boolean {
  return dump.panics.some(
    ({ line }) =>
      line < report.firstLine &&
      (report.firstLine <= dump.lastLine ||
        (dump.goroutines.length === 0 && report.firstLine - line <= nearLines)),
  );
}

const nearLines = 16;
