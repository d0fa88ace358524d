import process from 'node:process';
import { runProcess } from '@faultline/runtime';
import { startIngestor } from './start-ingestor.js';

await runProcess('faultline-ingestor', () => startIngestor(process.env));
