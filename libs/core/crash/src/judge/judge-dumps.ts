import type { Crash, Sha256 } from '@faultline/model';
import type { CrashDump, FatalDump, RaceReport } from '../dump.js';
import { judgeFatal } from './judge-fatal.js';
import { judgeRace } from './judge-race.js';
import { mergeReports } from './merge-reports.js';
import { dumpsInPanicText } from './forged-stretch.js';

/** Reports of the race detector, and the death that came after them, if there was one. */
interface Episode {
  readonly reports: readonly RaceReport[];
  readonly fatal: FatalDump | null;
}

/** A small program gives two or three reports for a bug; where there are thousands they are compared in portions. */
const reportsMax = 200;

/**
 * The crashes that these dumps tell of, in order. Reports of the race detector about one bug become one crash, together with the fatal error
 * that follows them. Cost: linear in the dumps.
 */
export function judgeDumps(dumps: readonly CrashDump[], sha256: Sha256): readonly Crash[] {
  const inPanic = dumpsInPanicText(dumps);
  return episodes(dumps).flatMap(({ reports, fatal }) => {
    const judged = reports.map((report) => {
      return { report, crash: judgeRace(report, sha256, inPanic.has(report) ? partOfPanic : null) };
    });
    return mergeReports(judged, fatal, fatal === null ? null : deathIn(fatal, inPanic, sha256));
  });
}

const partOfPanic = 'it stands within or right behind the text of a panic that imitates the runtime';

/** A stack without a message, in the text of a panic, is that text and nothing else. */
function deathIn(fatal: FatalDump, inPanic: ReadonlySet<CrashDump>, sha256: Sha256): Crash | null {
  if (!inPanic.has(fatal)) return judgeFatal(fatal, sha256);
  return isHeadless(fatal) ? null : judgeFatal(fatal, sha256, partOfPanic);
}

function episodes(dumps: readonly CrashDump[]): readonly Episode[] {
  const found: Episode[] = [];
  let reports: RaceReport[] = [];
  const close = (fatal: FatalDump | null): void => {
    if (fatal !== null || reports.length > 0) found.push({ reports, fatal });
    reports = [];
  };
  for (const dump of dumps) {
    if (dump.form === 'fatal') close(dump);
    else if (reports.push(dump) >= reportsMax) close(null);
  }
  close(null);
  return found;
}

function isHeadless({ fatals, panics, signal }: FatalDump): boolean {
  return fatals.length === 0 && panics.length === 0 && signal === null;
}
