export * from './clock/align-clocks.js';
export { toFaultlineEvent } from './faultline/faultline-event.js';
export { linkInputSchema, type LinkInput } from './faultline/link-input-schema.js';
export { nestingDepthMax, parseRecord, recordBytesMax, type ParsedRecord } from './json/parse-record.js';
export * from './normalised.js';
export * from './record-normaliser.js';
export * from './source-normaliser.js';
export * from './unmapped.js';
export { resolveProcessIdentity } from './identity/resolve-process-identity.js';
