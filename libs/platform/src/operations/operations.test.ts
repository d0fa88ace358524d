import { FaultlineError } from '@faultline/model';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../create-logger.js';
import { createMetrics, type Metrics } from '../metrics/create-metrics.js';
import { watchStalls } from './event-loop-stall.js';
import { operationsModule } from './operations-module.js';
import { readiness } from './readiness.js';
import { type OperationsServer, startOperationsServer } from './start-operations-server.js';

const lines: string[] = [];
const logger = createLogger('warn', { write: (line) => lines.push(line) });
const host = '127.0.0.1';
let kafkaWorks = true;
const checks = [
  { name: 'postgres', check: () => Promise.resolve() },
  {
    name: 'kafka',
    check: () => (kafkaWorks ? Promise.resolve() : Promise.reject(new Error('10.0.0.7 refused'))),
  },
];
let metrics: Metrics;
let server: OperationsServer;

beforeAll(async () => {
  metrics = await createMetrics();
  server = await startOperationsServer({ host, port: 0, checks, metrics, logger });
});
afterAll(() => server.close());

const get = (path: string, init?: RequestInit) => fetch(`${server.address}${path}`, init);

describe('startOperationsServer', () => {
  it('says that the process lives and how long it last stood still', async () => {
    const answer = await get('/health/live');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok', checks: [], eventLoopStallMs: expect.any(Number) });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['/health/ready', '/health'])(
    '%s is 503 while a part is down, and names it without the reason',
    async (path) => {
      expect((await get(path)).status).toBe(200);
      kafkaWorks = false;
      const answer = await get(path);
      kafkaWorks = true;
      expect(answer.status).toBe(503);
      const body = await answer.text();
      expect(JSON.parse(body)).toMatchObject({
        status: 'unavailable',
        checks: [
          { name: 'postgres', status: 'ok' },
          { name: 'kafka', status: 'unavailable' },
        ],
      });
      expect(body).not.toContain('10.0.0.7');
      expect(lines.join()).toMatch(/10\.0\.0\.7 refused.*HealthCheckError/);
    },
  );

  it('lives while a part is down: a restart would not help', async () => {
    kafkaWorks = false;
    const answer = await get('/health/live');
    kafkaWorks = true;
    expect(answer.status).toBe(200);
  });

  it('exposes the metrics as Prometheus wants them', async () => {
    metrics.eventsAppended(7);
    const answer = await get('/metrics');
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await answer.text()).toContain('\nfaultline_events_appended_total 7\n');
  });

  it('has no other paths, changes nothing, and reads no long body', async () => {
    expect((await get('/')).status).toBe(404);
    expect((await get('/health/ready', { method: 'POST' })).status).toBe(404);
    const long = await get('/metrics', { method: 'POST', body: 'x'.repeat(100_000) });
    expect(long.status).toBeGreaterThanOrEqual(400);
  });

  it('says which port is taken and what to do', async () => {
    const { port } = new URL(server.address);
    const second = startOperationsServer({ host, port: Number(port), checks, metrics, logger });
    await expect(second).rejects.toThrow(FaultlineError);
    await expect(second).rejects.toMatchObject({ code: 'FL_PORT_IN_USE' });
    const elsewhere = startOperationsServer({ host: '192.0.2.1', port: 0, checks, metrics, logger });
    await expect(elsewhere).rejects.toMatchObject({ code: 'FL_CONFIG_INVALID' });
  });

  it('frees its port when closed, even with a client that keeps its connection', async () => {
    const short = await startOperationsServer({ host, port: 0, checks, metrics, logger });
    await (await fetch(`${short.address}/health/live`)).text();
    await short.close();
    const port = Number(new URL(short.address).port);
    const next = await startOperationsServer({ host, port, checks, metrics, logger });
    expect(next.address).toBe(short.address);
    await next.close();
  });
});

describe('operationsModule', () => {
  it('is a module that another app imports', async () => {
    const module = await operationsModule({ checks, metrics, logger });
    expect(module.controllers).toHaveLength(1);
  });
});

describe('readiness', () => {
  it('asks the parts once for all probes that come meanwhile, and again for the next', async () => {
    let asked = 0;
    const check = () => Promise.resolve((asked += 1));
    const ready = readiness([{ name: 'part', check }], () => undefined);
    const reports = await Promise.all([ready(), ready(), ready()]);
    expect(asked).toBe(1);
    expect(reports.every(({ status }) => status === 'ok')).toBe(true);
    await ready();
    expect(asked).toBe(2);
  });
});

describe('watchStalls', () => {
  afterEach(() => vi.useRealTimers());

  it('tells the longest stall once, also one that is still going on', () => {
    vi.useFakeTimers();
    let nowMs = 0;
    const stallMs = watchStalls(() => nowMs);
    const tick = (afterMs: number) => {
      nowMs += afterMs;
      vi.advanceTimersToNextTimer();
    };
    for (const afterMs of [100, 450, 130, 100]) tick(afterMs);
    expect(stallMs()).toBe(350);
    expect(stallMs()).toBe(0);
    nowMs += 5_100;
    expect(stallMs()).toBe(5_000);
  });
});
