import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { watchStalls } from './event-loop-stall.js';
import type { OperationsOptions } from './operations-options.js';
import { type Operations, OPERATIONS, OperationsController } from './operations.controller.js';
import { readiness } from './readiness.js';

@Module({})
// oxlint-disable-next-line typescript/no-extraneous-class -- Nest wants a class to name the module by
class OperationsModule {}

export function nestOperationsModule({ checks, metrics, logger }: OperationsOptions): DynamicModule {
  const operations: Operations = {
    stallMs: watchStalls(),
    ready: readiness(checks, (name, error) => logger.warn({ error, name }, 'HealthCheckError')),
    metrics,
  };
  return {
    module: OperationsModule,
    controllers: [OperationsController],
    providers: [{ provide: OPERATIONS, useValue: operations }],
  };
}
