import { readEarly } from './reading/early-reading.js';

// Reading takes longer than loading the rest of the program, so it starts before.
readEarly(process.argv.slice(2));
await import('./command-line.js');
