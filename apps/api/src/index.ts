export { type ApiConfig, configSchema } from './config.js';
export type { Pipeline } from './pipeline.js';
export { type RunningApi, startApi, type StartApiOptions } from './start-api.js';
