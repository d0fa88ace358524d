import { errorCodes } from '@faultline/model';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLogger } from './create-logger.js';
import { untilShutdown } from './graceful-shutdown.js';
import { healthReport } from './health-report.js';
import { problemOf } from './problem.js';

describe('createLogger', () => {
  it('masks tokens wherever they stand', () => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => lines.push(line) });
    logger.error({ error: new Error('bad header Bearer abcdefgh12345678') }, 'eyJhbGciOi.eyJzdWIi.c2ln');
    expect(lines.join()).toContain('[masked token]');
    expect(lines.join()).not.toContain('abcdefgh12345678');
  });
});

describe('problemOf', () => {
  it('has a status, a title and a remedy for every code', () => {
    for (const code of errorCodes) {
      const problem = problemOf(code, 'what happened');
      expect(problem.status).toBeGreaterThanOrEqual(400);
      expect(problem).toMatchObject({
        code,
        detail: 'what happened',
        title: expect.any(String),
        remedy: expect.any(String),
      });
    }
  });
});

describe('healthReport', () => {
  it('says which part is down', async () => {
    const failures: string[] = [];
    const parts = [
      { name: 'up', check: () => Promise.resolve() },
      { name: 'down', check: () => Promise.reject(new Error('secret address')) },
    ];
    const report = await healthReport(parts, (name) => failures.push(name));
    expect(report).toEqual({
      status: 'unavailable',
      checks: [
        { name: 'up', status: 'ok' },
        { name: 'down', status: 'unavailable' },
      ],
    });
    expect(failures).toEqual(['down']);
  });
});

describe('untilShutdown', () => {
  afterEach(() => vi.useRealTimers());

  it('closes once on a signal', async () => {
    const close = vi.fn(() => Promise.resolve());
    const code = untilShutdown({ close });
    process.emit('SIGTERM');
    expect(await code).toBe(0);
    expect(close).toHaveBeenCalledOnce();
  });

  it('gives up on a second signal, and says when closing failed', async () => {
    const hanging = untilShutdown({ close: () => new Promise(() => undefined) });
    process.emit('SIGINT');
    process.emit('SIGINT');
    expect(await hanging).toBe(130);
    const failing = untilShutdown({ close: () => Promise.reject(new Error('disk full')) });
    process.emit('SIGINT');
    expect(await failing).toBe(1);
  });
});
