export * from './case-store.contract.js';
export * from './event-log.contract.js';
export * from './event-store.contract.js';
export * from './raw-store.contract.js';
export * from './rejected-store.contract.js';
export * from './sample-crash.js';
export * from './sample-values.js';
export * from './storage.contract.js';
