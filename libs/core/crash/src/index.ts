export * from './dump.js';
export { createDumpReader, type DumpReader } from './read/dump-reader.js';
export { type DumpLimits, dumpLimits } from './read/limits.js';
export { readCrashes } from './read/read-crashes.js';
export type { DumpReaderState } from './read/reader-state.js';
export { fuse, type CrashIssue, type DatedCrash } from './fuse/fuse.js';
export type { IssuePair } from './fuse/rank-pairs.js';
export type { IssuePlace } from './fuse/place-counts.js';
export { describeCrash } from './judge/describe-crash.js';
export { judgeDumps } from './judge/judge-dumps.js';
export { patchHint, type HeldLock, type PatchHint, type SourceFacts } from './judge/patch-hint.js';
export { withSourceHypotheses, type SourceHypothesis } from './judge/source-hypotheses.js';
export { toCrashDocument } from './judge/to-crash-document.js';
export { crashesToSarif } from './sarif/sarif.js';
export type { SarifLog } from './sarif/sarif-log.js';
export {
  createCrashReader,
  type CrashesRead,
  type CrashReader,
  type CrashReaderLimits,
} from './judge/crash-reader.js';
export type * from './source/go-file.js';
export { rankBySource, type RankedBySource } from './source/rank-by-source.js';
export {
  crashDefects,
  type CrashDefect,
  type CrashDefects,
  type PlacedCrash,
} from './incident/crash-defects.js';
export { crashWords, peerWords } from './incident/crash-words.js';
export { isDeath, type CrashedPlace } from './incident/place-of-crash.js';
export { isRace, type RacingSite } from './incident/racing-sites.js';
