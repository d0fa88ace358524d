import { healthReport, type HealthReport, type Logger } from '@faultline/platform';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Pipeline } from '../pipeline.js';
import { healthAnswer } from './answers.js';
import { ApiAnswers } from './api-answers.js';
import { LOGGER, PIPELINE } from './tokens.js';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    @Inject(PIPELINE) private readonly pipeline: Pipeline,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Get(['health/live', 'api/v1/health/live'])
  @ApiOperation({ summary: 'The process answers' })
  @ApiAnswers('always ok', healthAnswer)
  live(): HealthReport {
    return { status: 'ok', checks: [] };
  }

  @Get(['health', 'health/ready', 'api/v1/health', 'api/v1/health/ready'])
  @ApiOperation({ summary: 'The process can do its work: every server behind it answers. 503 otherwise' })
  @ApiAnswers('which parts work', healthAnswer, [503])
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const { storage } = this.pipeline;
    const report = await healthReport(storage.checks, (name, error) =>
      this.logger.warn({ error, name }, 'HealthCheckError'),
    );
    if (report.status !== 'ok') void reply.status(503);
    return report;
  }
}
