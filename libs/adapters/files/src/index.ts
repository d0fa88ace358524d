export { type LineReadOptions, type LinesRead, readLines } from './read-lines.js';
export * from './read-record-at.js';
export * from './read-sources.js';
export * from './read-stream.js';
export * from './reading-ahead.js';
export * from './record-id.js';
export * from './source-summary.js';
