import type { Readable } from 'node:stream';
import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type IngestSummary, ingestSummarySchema } from '@faultline/runtime';
import type { Pipeline } from '../pipeline.js';
import { ApiAnswers } from './api-answers.js';
import { recordsQuerySchema } from './parameters.js';
import { ProblemError } from './problem-error.js';
import { PIPELINE, SETTINGS, type Settings } from './tokens.js';

@ApiTags('records')
@Controller('api/v1')
export class RecordsController {
  constructor(
    @Inject(PIPELINE) private readonly pipeline: Pipeline,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('records')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Send records of any known kind; the analysis is renewed by itself. Sending the same again changes nothing.',
  })
  @ApiConsumes('application/x-ndjson', 'text/plain')
  @ApiBody({ schema: { type: 'string' }, description: 'log lines or JSON documents, plain or gzip' })
  @ApiAnswers('what became of the records', ingestSummarySchema, [400, 403, 413, 415])
  async receive(
    @Req() request: FastifyRequest,
    @Query({ schema: recordsQuerySchema }) query: z.infer<typeof recordsQuerySchema>,
  ): Promise<IngestSummary> {
    const { bodyBytesMax } = this.settings;
    const { summary, problem } = await this.pipeline.ingest({
      path: query.source ?? `http:${new Date().toISOString()}`,
      chunks: bodyOf(request, bodyBytesMax),
      kind: query.kind ?? null,
      bytesMax: bodyBytesMax,
    });
    if (problem) throw new ProblemError(problem.code, problem.detail, { summary });
    return summary;
  }
}

function bodyOf({ headers, body }: FastifyRequest, bytesMax: number): AsyncIterable<Buffer> {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding !== 'gzip' && encoding !== 'identity') {
    throw new ProblemError(
      'FL_REQUEST_MEDIA_TYPE',
      'The Content-Encoding of the body is neither gzip nor identity.',
    );
  }
  if (Number(headers['content-length'] ?? 0) > bytesMax) {
    throw new ProblemError(
      'FL_REQUEST_TOO_LARGE',
      `The body is longer than ${bytesMax} bytes; nothing of it was read.`,
    );
  }
  if (!isStream(body)) throw new ProblemError('FL_REQUEST_INVALID', 'The request has no body.');
  return encoding === 'gzip' ? gzipOnly(body) : body;
}

function isStream(body: unknown): body is Readable {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** Bytes announced as gzip that are not would otherwise be read as a log of rubbish. */
async function* gzipOnly(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of body) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 2) continue;
    if (head[0] !== 0x1f || head[1] !== 0x8b) {
      throw new ProblemError(
        'FL_SOURCE_TRUNCATED',
        'The body is announced as gzip but is not; nothing of it was accepted.',
      );
    }
    yield head;
    head = null;
  }
  if (head !== null)
    throw new ProblemError('FL_SOURCE_TRUNCATED', 'The body is announced as gzip but ends before it begins.');
}
