import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME, ATTR_SERVICE_VERSION } from '@opentelemetry/semantic-conventions';
import type { TracingOptions } from './tracing-options.js';

export interface SpanProviderOptions extends TracingOptions {
  readonly endpoint: string;
}

/** Spans that wait for a collector which does not answer; more are dropped, never waited for. About 2 MB. */
const QUEUE_SPANS_MAX = 2_048;
const BATCH_SPANS_MAX = 512;
const BATCH_DELAY_MS = 5_000;
const EXPORT_TIMEOUT_MS = 4_000;

/** Spans in batches to `ENDPOINT/v1/traces` (OTLP/HTTP specification, "Endpoint URLs for OTLP/HTTP"). */
export function spanProvider({ endpoint, serviceName, version, onError }: SpanProviderOptions) {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const exporter = telling(new OTLPTraceExporter({ url, timeoutMillis: EXPORT_TIMEOUT_MS }), onError);
  const processor = new BatchSpanProcessor(exporter, {
    maxQueueSize: QUEUE_SPANS_MAX,
    maxExportBatchSize: BATCH_SPANS_MAX,
    scheduledDelayMillis: BATCH_DELAY_MS,
    exportTimeoutMillis: EXPORT_TIMEOUT_MS,
  });
  return new NodeTracerProvider({
    resource: resourceFromAttributes({ [ATTR_SERVICE_NAME]: serviceName, [ATTR_SERVICE_VERSION]: version }),
    // Whoever began a trace has decided whether it is kept.
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [processor],
  });
}

/** OpenTelemetry itself keeps failures of an export to itself. */
function telling(exporter: SpanExporter, onError: TracingOptions['onError']): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        if (result.error) onError?.(result.error);
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}
