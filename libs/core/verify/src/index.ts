export * from './verification-report.js';
export * from './verify-analysis.js';
export * from './verify-certificate.js';
export * from './verify-document.js';
