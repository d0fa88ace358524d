import { type Logger, startTracing, type Tracing, type tracingConfig } from '@faultline/platform';
import type { z } from 'zod';

const VERSION = '0.1.0';

/** Tracing of a process as its environment wants it: off without an endpoint, named as the process unless it says otherwise. */
export function openTracing(
  config: z.infer<z.ZodObject<typeof tracingConfig>>,
  processName: string,
  logger: Logger,
): Promise<Tracing> {
  return startTracing({
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    serviceName: config.OTEL_SERVICE_NAME ?? processName,
    version: VERSION,
    onError: (error) => logger.warn({ error }, 'TraceExportError'),
  });
}
