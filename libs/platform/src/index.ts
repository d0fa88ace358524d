export * from './config/config-fragments.js';
export * from './config/load-config.js';
export * from './config/whole-number.js';
export * from './create-logger.js';
export * from './graceful-shutdown.js';
export * from './health-report.js';
export * from './problem.js';
