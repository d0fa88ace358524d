import { noTracing, type Tracing } from './tracing.js';
import type { TracingOptions } from './tracing-options.js';

/**
 * Spans to a collector over OTLP/HTTP. OpenTelemetry is loaded only with an endpoint: it costs a quarter of a second and 13 MB. The
 * exporter itself also reads the standard `OTEL_EXPORTER_OTLP_HEADERS`, for collectors that want a token.
 */
export async function startTracing({ endpoint, ...options }: TracingOptions): Promise<Tracing> {
  if (!endpoint) return noTracing;
  const { openTelemetryTracing } = await import('./open-telemetry-tracing.js');
  return openTelemetryTracing({ endpoint, ...options });
}
