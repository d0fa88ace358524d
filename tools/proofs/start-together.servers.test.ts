import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProofInstallation, startInstallation } from './installation.js';

let installation: ProofInstallation;
beforeAll(async () => {
  installation = await startInstallation(4);
});
afterAll(() => installation?.stop());

describe('a first start on empty servers', () => {
  it('of all processes at the same moment ends with all of them ready', async () => {
    const roles = ['ingestor', 'correlator', 'api', 'correlator', 'api', 'ingestor'] as const;
    const started = await Promise.all(roles.map((role) => installation.start(role)));
    for (const { address } of started) {
      const health = await fetch(`${address}/health/ready`);
      expect([health.status, await health.json()]).toMatchObject([200, { status: 'ok' }]);
    }
  });

  it('of a process that stops on SIGTERM ends with 0 and leaves its place to the next', async () => {
    const api = await installation.start('api');
    await api.kill('SIGTERM');
    const next = await installation.start('api');
    expect((await fetch(`${next.address}/api/v1/incidents`)).status).toBe(200);
  });
});
