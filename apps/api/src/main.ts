import process from 'node:process';
import { runProcess } from '@faultline/runtime';
import { startApi } from './start-api.js';

await runProcess('faultline-api', async () => {
  const api = await startApi({ env: process.env, role: 'api' });
  return { ready: `Faultline ready at ${api.address}`, ended: api.ended, close: () => api.close() };
});
