export interface MetricRow {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** `faultline_<noun>_<unit>`, a counter with `_total` behind it. */
  readonly name: string;
  /** For whoever looks at a graph at night: what it counts, and what a change means. */
  readonly help: string;
  readonly labels: readonly string[];
  /** Upper bounds, of histograms only. */
  readonly buckets?: readonly number[];
}

/** Every metric of the product. The key is the name of the function that records it; `docs/metrics.md` is made from this. */
export const metricsTable = {
  recordsRead: {
    kind: 'counter',
    name: 'faultline_records_read_total',
    help: 'Raw records read, by kind of source.',
    labels: ['kind'],
  },
  recordsRejected: {
    kind: 'counter',
    name: 'faultline_records_rejected_total',
    help: 'Records that could not become an event, by code of docs/errors.md. A jump means that a source changed its format, or that somebody probes the parsers.',
    labels: ['code'],
  },
  deadLetters: {
    kind: 'counter',
    name: 'faultline_dead_letters_total',
    help: 'Rejected records that were written to the dead letters, from where they can be replayed.',
    labels: [],
  },
  eventsAppended: {
    kind: 'counter',
    name: 'faultline_events_appended_total',
    help: 'Events that the event log has confirmed as durable.',
    labels: [],
  },
  eventsCorrelated: {
    kind: 'counter',
    name: 'faultline_events_correlated_total',
    help: 'Events that the correlator has taken from the event log, repeats included.',
    labels: [],
  },
  batchRetries: {
    kind: 'counter',
    name: 'faultline_batch_retries_total',
    help: 'Batches that were worked on again because a server behind the process failed, by topic.',
    labels: ['topic'],
  },
  consumerLag: {
    kind: 'gauge',
    name: 'faultline_consumer_lag_records',
    help: 'Records between what this process has done and the end of the partition. Growing for long: add ingestors, up to the number of partitions.',
    labels: ['topic', 'partition'],
  },
  correlatorLeading: {
    kind: 'gauge',
    name: 'faultline_correlator_leading',
    help: '1 in the correlator that holds the lead, 0 in those that stand by. The sum over all of them must be 1.',
    labels: [],
  },
  liveEvents: {
    kind: 'gauge',
    name: 'faultline_live_events',
    help: 'Events in the graph that the correlator holds in memory.',
    labels: [],
  },
  graphBytesPerEvent: {
    kind: 'gauge',
    name: 'faultline_graph_bytes_per_event',
    help: 'Bytes of the arrays of the graph that the last analysis made, divided by its events. Not the memory of the correlator, which needs several times as much for the events themselves and for the analysis.',
    labels: [],
  },
  graphRowsWritten: {
    kind: 'counter',
    name: 'faultline_graph_rows_written_total',
    help: 'Rows or nodes and relationships written to the graph store, by kind.',
    labels: ['kind'],
  },
  analysisSeconds: {
    kind: 'histogram',
    name: 'faultline_analysis_duration_seconds',
    help: 'Time of one analysis of the live events. Reading new events before it and storing the answer after it come on top.',
    labels: [],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
  },
  httpRequestSeconds: {
    kind: 'histogram',
    name: 'faultline_http_request_duration_seconds',
    help: 'Time from request to answer, by route template, method and status. Requests that match no route are unmatched.',
    labels: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  },
} as const satisfies Readonly<Record<string, MetricRow>>;

export type MetricsTable = typeof metricsTable;
export type MetricName = keyof MetricsTable;
