import { parentPort, workerData } from 'node:worker_threads';
import { readOnto, type ReadingRequest } from './read-onto.js';

// Entry of the thread that `ReadingAhead` starts.
const port = parentPort;
if (port !== null) {
  await readOnto(port, workerData as ReadingRequest);
  port.close();
}
