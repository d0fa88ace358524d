export * from './clock/align-clocks.js';
export { nestingDepthMax, parseRecord, recordBytesMax, type ParsedRecord } from './json/parse-record.js';
export * from './record-normaliser.js';
export * from './source-normaliser.js';
export * from './unmapped.js';
