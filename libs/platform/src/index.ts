export * from './create-logger.js';
export * from './graceful-shutdown.js';
export * from './health-report.js';
export * from './load-config.js';
export * from './problem.js';
