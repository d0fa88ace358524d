export * from './graph-store.contract.js';
export * from './fake-sha256.js';
export * from './random-drafts.js';
export { entity, knownAt, link, savedAt, snapshotOf } from './sample-snapshot.js';
