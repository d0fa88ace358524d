export { startCorrelator } from './start-correlator.js';
