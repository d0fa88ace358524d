export * from './graph-store.contract.js';
