import type * as Prometheus from 'prom-client';
import { boundedLabels } from './bounded-labels.js';
import { type MetricRow, metricsTable } from './metrics-table.data.js';
import { type Recorders, recordersOf } from './recorders.js';

export interface Metrics extends Recorders {
  /** All metrics in the text format of Prometheus 0.0.4. Cost: one pass over all series. */
  exposition(): Promise<string>;
  /** Content type of the exposition. */
  readonly contentType: string;
}

type Client = typeof Prometheus;
type Labels = Readonly<Record<string, string>>;
type Write = (labels: Labels, value: number) => void;

/**
 * A registry of its own with the metrics of the table and those of the process (CPU, memory, event loop, garbage collection). Once per
 * process: those of the process install observers. prom-client is loaded here and not before: it costs 40 ms that a command line tool
 * need not pay.
 */
export async function createMetrics(): Promise<Metrics> {
  const client = await import('prom-client');
  const registry = new client.Registry();
  client.collectDefaultMetrics({ register: registry });
  const recorders = recordersOf((name) => recorderOf(metricsTable[name], registry, client));
  return { ...recorders, exposition: () => registry.metrics(), contentType: registry.contentType };
}

function recorderOf(row: MetricRow, registry: Prometheus.Registry, client: Client) {
  const write = writerOf(row, registry, client);
  const bounded = boundedLabels(row.labels);
  return (...labelsAndValue: readonly (string | number)[]): void => {
    const value = Number(labelsAndValue[row.labels.length]);
    // prom-client throws on both.
    if (!Number.isFinite(value) || (row.kind === 'counter' && value < 0)) return;
    write(bounded(labelsAndValue), value);
  };
}

function writerOf(row: MetricRow, registry: Prometheus.Registry, client: Client): Write {
  const { kind, name, help, labels, buckets } = row;
  const options = { name, help, labelNames: labels, registers: [registry] };
  switch (kind) {
    case 'counter': {
      const counter = new client.Counter(options);
      return (of, value) => counter.inc(of, value);
    }
    case 'gauge': {
      const gauge = new client.Gauge(options);
      return (of, value) => gauge.set(of, value);
    }
    case 'histogram': {
      const histogram = new client.Histogram({ ...options, ...(buckets && { buckets: [...buckets] }) });
      return (of, value) => histogram.observe(of, value);
    }
  }
}
