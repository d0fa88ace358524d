export {};
export * from './breakpoints/certificate-of.js';
export * from './breakpoints/cheapest-cut.js';
export * from './breakpoints/cut-input.js';
export * from './breakpoints/single-breakpoints.js';
