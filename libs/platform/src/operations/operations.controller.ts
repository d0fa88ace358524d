import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { HealthReport } from '../health-report.js';
import type { Metrics } from '../metrics/create-metrics.js';

export const OPERATIONS = Symbol('operations');

export interface Operations {
  readonly stallMs: () => number;
  readonly ready: () => Promise<HealthReport>;
  readonly metrics: Pick<Metrics, 'exposition' | 'contentType'>;
}

export interface LiveReport extends HealthReport {
  /** The longest time that the process did not turn over since it was last asked. */
  readonly eventLoopStallMs: number;
}

@Controller()
export class OperationsController {
  constructor(@Inject(OPERATIONS) private readonly operations: Operations) {}

  /** An answer is the proof of life; a stall is told but fails no probe, since a restart under load makes load worse. */
  @Get('health/live')
  live(): LiveReport {
    return { status: 'ok', checks: [], eventLoopStallMs: this.operations.stallMs() };
  }

  @Get(['health', 'health/ready'])
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const report = await this.operations.ready();
    if (report.status !== 'ok') void reply.status(503);
    return report;
  }

  @Get('metrics')
  async exposition(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.operations.metrics.contentType);
    return this.operations.metrics.exposition();
  }
}
