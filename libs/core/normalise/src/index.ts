export * from './source-normaliser.js';
