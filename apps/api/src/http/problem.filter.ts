import { FaultlineError, maskSecrets } from '@faultline/model';
import { type Logger, type Problem, type ProblemCode, problemOf } from '@faultline/platform';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problem-error.js';

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'FL_NOT_FOUND',
  405: 'FL_NOT_FOUND',
  413: 'FL_REQUEST_TOO_LARGE',
  415: 'FL_REQUEST_MEDIA_TYPE',
};
/** PostgreSQL's classes for a lost connection and for a server that stops, and what the sockets say. */
const databaseIsGone = /^(08|57P)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** Disk full, and PostgreSQL's word for it. */
const databaseIsFull = /^(53100|ENOSPC)$/;

/** Turns whatever was thrown into RFC 9457. Only our own messages go out; the rest goes to the log. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(this.logger, error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function sendProblem(
  logger: Logger,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const problem = problemFor(error, request);
  if (problem.status >= 500)
    logger.error({ error, url: request.url, code: problem.code }, 'RequestAnswerError');
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  const members = error instanceof ProblemError ? error.members : {};
  const body = { ...problem, instance: maskSecrets(request.url), ...members };
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

function problemFor(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof ProblemError || error instanceof FaultlineError)
    return problemOf(error.code, error.message);
  const status = statusOf(error);
  const path = maskSecrets(request.url.split('?')[0] ?? '');
  if (status === 404) return problemOf('FL_NOT_FOUND', `There is nothing at ${request.method} ${path}.`);
  if (status >= 400 && status < 500)
    return problemOf(codeOfStatus[status] ?? 'FL_REQUEST_INVALID', messageOf(error));
  if (databaseIsFull.test(codeOf(error)))
    return problemOf(
      'FL_DATABASE_FULL',
      'The disk of the database is full; nothing of the last batch was stored.',
    );
  if (isDatabaseGone(error)) return problemOf('FL_DATABASE_UNAVAILABLE', 'The database does not answer.');
  return problemOf('FL_INTERNAL', 'Something went wrong inside the server; its log says what.');
}

/** Nest says it with a class, Fastify with a member. */
function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  if (error instanceof HttpException) return error.getStatus();
  return 'statusCode' in error ? Number(error.statusCode) : 500;
}

function messageOf(error: unknown): string {
  return maskSecrets(error instanceof Error ? error.message : 'The request cannot be understood.');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isDatabaseGone(error: unknown): boolean {
  return (
    databaseIsGone.test(codeOf(error)) ||
    (error instanceof Error && /connection (terminated|timeout)|timeout exceeded/i.test(error.message))
  );
}
