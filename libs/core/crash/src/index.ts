export * from './dump.js';
export { createDumpReader, type DumpReader } from './read/dump-reader.js';
export { type DumpLimits, dumpLimits } from './read/limits.js';
export { readCrashes } from './read/read-crashes.js';
export type { DumpReaderState } from './read/reader-state.js';
