export type { AnalyseOptions } from './analyse-options.js';
export * from './analyse.js';
export { parseImpactSelector, type ImpactSelector } from './impact-selector.js';
export * from './ports/case-store.port.js';
export * from './ports/event-log.port.js';
export * from './ports/raw-store.port.js';
export * from './ports/rejected-store.port.js';
export * from './ports/storage.port.js';
