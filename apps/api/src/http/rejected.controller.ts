import { Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type ReplaySummary, replaySummarySchema } from '@faultline/runtime';
import type { Pipeline } from '../pipeline.js';
import { rejectedAnswer, sourcesAnswer } from './answers.js';
import { ApiAnswers } from './api-answers.js';
import { rejectedQuerySchema } from './parameters.js';
import { PIPELINE } from './tokens.js';

@ApiTags('records')
@Controller('api/v1')
export class RejectedController {
  constructor(@Inject(PIPELINE) private readonly pipeline: Pipeline) {}

  @Get('rejected')
  @ApiOperation({ summary: 'Records that could not become events, in the order of arrival' })
  @ApiAnswers('one page', rejectedAnswer, [400])
  async list(
    @Query({ schema: rejectedQuerySchema }) query: z.infer<typeof rejectedQuerySchema>,
  ): Promise<z.infer<typeof rejectedAnswer>> {
    const { rejected: store } = this.pipeline.storage;
    const { records, next } = await store.list({ after: query.after ?? null, limit: query.limit });
    const total = await store.count();
    const rows = records.map(({ id, rejected, raw, receivedAtUs }) => {
      const { code, at, reason, excerpt } = rejected;
      return { id, code, ...at, reason, excerpt, replayable: raw !== null, receivedAtUs };
    });
    return { records: rows, next, total };
  }

  @Post('rejected/replay')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try all rejected records again' })
  @ApiAnswers('what became of them', replaySummarySchema, [403])
  replay(): Promise<ReplaySummary> {
    return this.pipeline.replay();
  }

  @Get('sources')
  @ApiOperation({ summary: 'Every file and request body that came in' })
  @ApiAnswers('in the order of arrival', sourcesAnswer)
  async sources() {
    return { sources: await this.pipeline.storage.cases.sources() };
  }
}
