import process from 'node:process';
import { runProcess } from '@faultline/runtime';
import { startApi } from './start-api.js';

await runProcess('faultline-api', async () => {
  const { address, ended, close } = await startApi({ env: process.env, role: 'api' });
  return { ready: `Faultline ready at ${address}`, ended, close };
});
