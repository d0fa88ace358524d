export { type ApiConfig, configSchema } from './config.js';
export { type IngestResult, type SourceToIngest } from './ingest/ingest-source.js';
export { type IngestSummary, ingestSummarySchema } from './ingest/ingest-summary.js';
export type { Pipeline } from './pipeline.js';
export { type RunningApi, startApi, type StartApiOptions } from './start-api.js';
