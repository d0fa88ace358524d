import type { Logger } from '@faultline/platform';
import { type DynamicModule, Module, StandardSchemaValidationPipe } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { CrashesController } from './http/crashes.controller.js';
import { EventsController } from './http/events.controller.js';
import { GraphController } from './http/graph.controller.js';
import { HealthController } from './http/health.controller.js';
import { IncidentsController } from './http/incidents.controller.js';
import { ProblemError } from './http/problem-error.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RecordsController } from './http/records.controller.js';
import { RejectedController } from './http/rejected.controller.js';
import { LOGGER, PIPELINE, SETTINGS, type Settings } from './http/tokens.js';
import type { Pipeline } from './pipeline.js';

/** Every parameter passes its zod schema, and what does not fit is one problem that names each field. */
const validation = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => {
    const said = issues.map(({ path, message }) =>
      [path?.map((part) => (typeof part === 'object' ? part.key : part)).join('.'), message]
        .filter(Boolean)
        .join(': '),
    );
    return new ProblemError('FL_REQUEST_INVALID', said.join('; '));
  },
});

@Module({})
// oxlint-disable-next-line typescript/no-extraneous-class -- Nest wants a class to name the module by
class ApiModule {}

/** What Nest needs to know: the composition root has made everything else. */
export function apiModule(pipeline: Pipeline, settings: Settings, logger: Logger): DynamicModule {
  return {
    module: ApiModule,
    controllers: [
      RecordsController,
      RejectedController,
      IncidentsController,
      EventsController,
      CrashesController,
      GraphController,
      HealthController,
    ],
    providers: [
      { provide: PIPELINE, useValue: pipeline },
      { provide: SETTINGS, useValue: settings },
      { provide: LOGGER, useValue: logger },
      { provide: APP_PIPE, useValue: validation },
      { provide: APP_FILTER, useValue: new ProblemFilter(logger) },
    ],
  };
}
