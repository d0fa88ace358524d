import type { Logger } from '../create-logger.js';
import type { HealthCheck } from '../health-report.js';
import type { Metrics } from '../metrics/create-metrics.js';

export interface OperationsOptions {
  /** The servers that the process cannot work without. */
  readonly checks: readonly HealthCheck[];
  readonly metrics: Pick<Metrics, 'exposition' | 'contentType'>;
  readonly logger: Pick<Logger, 'warn'>;
}
