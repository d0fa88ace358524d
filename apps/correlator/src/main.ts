import process from 'node:process';
import { runProcess } from '@faultline/runtime';
import { startCorrelator } from './start-correlator.js';

await runProcess('faultline-correlator', () => startCorrelator(process.env));
