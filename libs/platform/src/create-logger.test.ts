import { describe, expect, it } from 'vitest';
import { LINE_CHARS_MAX } from './bounded-line.js';
import { createLogger } from './create-logger.js';

/** Fields as TypeORM's QueryFailedError has them: enumerable, with everything that the query was given. */
class QueryFailedError extends Error {
  override readonly name = 'QueryFailedError';
  readonly code = '23505';
  readonly query = 'INSERT INTO faultline.raw_block (deflated) VALUES ($1)';
  readonly driverError: Error;
  constructor(readonly parameters: readonly unknown[]) {
    const cause = Object.assign(new Error('duplicate key'), {
      detail: 'Key (id)=(customer-record)',
      where: 'here',
    });
    super('duplicate key', { cause });
    this.driverError = cause;
  }
}

function logged(work: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  work(createLogger('info', { write: (line) => lines.push(line) }));
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

describe('createLogger', () => {
  it('keeps out of the log what a failed query was given', () => {
    const parameters = [Buffer.alloc(4 << 20, 'r'), 'customer-record'];
    const line = logged((logger) => logger.error({ error: new QueryFailedError(parameters) }, 'Failed'));
    expect(JSON.parse(line)).toEqual({
      level: 50,
      time: expect.any(String),
      message: 'Failed',
      error: {
        type: 'QueryFailedError',
        code: '23505',
        message: 'duplicate key',
        stack: expect.stringMatching(/^ {4}at /),
        cause: { type: 'Error', message: 'duplicate key', stack: expect.any(String) },
      },
    });
    expect(line.length).toBeLessThan(LINE_CHARS_MAX);
    expect(line).not.toContain('customer-record');
  });

  it('does so where the error is all that is logged, and under the other usual name', () => {
    const error = new QueryFailedError(['customer-record']);
    const lines = [logged((logger) => logger.error(error)), logged((logger) => logger.warn({ err: error }))];
    for (const line of lines) {
      expect(line).toContain('23505');
      expect(line).not.toMatch(/customer-record|parameters|INSERT/);
    }
  });

  it('bounds a message of megabytes and keeps where it was thrown', () => {
    const line = logged((logger) => logger.error(new Error('\u0001"x'.repeat(2 << 20))));
    expect(line.length).toBeLessThanOrEqual(LINE_CHARS_MAX);
    expect(JSON.parse(line)).toMatchObject({
      error: { stack: expect.stringContaining('create-logger.test') },
    });
  });

  it('bounds a whole line, and it stays one JSON object with time and message', () => {
    const line = logged((logger) =>
      logger.warn({ gap: 'x'.repeat(1 << 20), error: new Error('why') }, 'Gap'),
    );
    expect(line.length).toBeLessThan(LINE_CHARS_MAX);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toMatchObject({
      level: 40,
      time: expect.any(String),
      message: 'Gap',
      error: { message: 'why' },
      lineChars: expect.any(Number),
    });
  });

  it('leaves no half of a token where it cuts', () => {
    const secret = 'abcdefgh12345678';
    for (let before = 980; before < 1_024; before++) {
      const error = new Error(`${'x'.repeat(before)} Bearer ${secret}`);
      expect(logged((logger) => logger.error({ error }, 'Failed'))).not.toContain(secret.slice(0, 4));
    }
  });
});
