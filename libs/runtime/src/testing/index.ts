export * from './sample-records.js';
export * from './memory-installation.js';
