import type { Crash, Sha256 } from '@faultline/model';
import type { CrashDump, FatalDump } from '../dump.js';
import { judgeFatal } from './judge-fatal.js';
import { judgeRace } from './judge-race.js';
import { crashesOf, joinReports, type JudgedReport } from './merge-reports.js';
import { dumpsInPanicText } from './forged-stretch.js';

/** A small program gives two or three reports for a bug; so many may wait for the fatal error that they belong to. */
const waitingMax = 200;

/**
 * The crashes that these dumps tell of, in order of their first lines. Reports of the race detector about one bug become one crash, together
 * with the fatal error that follows them; other processes may write into the same log. Cost: linear in the dumps.
 */
export function judgeDumps(dumps: readonly CrashDump[], sha256: Sha256): readonly Crash[] {
  const inPanic = dumpsInPanicText(dumps);
  const crashes: Crash[] = [];
  let waiting: readonly JudgedReport[] = [];
  for (const dump of dumps) {
    if (dump.form === 'race') {
      const crash = judgeRace(dump, sha256, inPanic.has(dump) ? partOfPanic : null);
      waiting = [...waiting, { report: dump, crash }];
      if (waiting.length < waitingMax) continue;
      crashes.push(...crashesOf(waiting));
      waiting = [];
      continue;
    }
    const death = deathIn(dump, inPanic, sha256);
    if (death === null) continue;
    const { crash, rest } = joinReports(waiting, dump, death);
    crashes.push(crash);
    waiting = rest;
  }
  return [...crashes, ...crashesOf(waiting)].sort((left, right) => left.lines.first - right.lines.first);
}

const partOfPanic = 'it stands within or right behind the text of a panic that imitates the runtime';

/** A stack without a message, in the text of a panic, is that text and nothing else. */
function deathIn(fatal: FatalDump, inPanic: ReadonlySet<CrashDump>, sha256: Sha256): Crash | null {
  if (!inPanic.has(fatal)) return judgeFatal(fatal, sha256);
  return isHeadless(fatal) ? null : judgeFatal(fatal, sha256, partOfPanic);
}

function isHeadless({ fatals, panics, signal }: FatalDump): boolean {
  return fatals.length === 0 && panics.length === 0 && signal === null;
}
