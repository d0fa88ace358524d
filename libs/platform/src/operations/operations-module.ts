import type { DynamicModule } from '@nestjs/common';
import type { OperationsOptions } from './operations-options.js';

/**
 * A Nest module with `GET /health/live`, `/health/ready` (also `/health`; 503 when a part is down) and `/metrics`. For the `imports` of an
 * app's module, which take the promise as it is. Nest is loaded here and not with the front door: a command line tool pays nothing.
 */
export async function operationsModule(options: OperationsOptions): Promise<DynamicModule> {
  const { nestOperationsModule } = await import('./nest-operations.module.js');
  return nestOperationsModule(options);
}
