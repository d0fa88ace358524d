import type { MetricName } from './metrics-table.data.js';

/**
 * One function for each row of `metricsTable`: its labels in their order, then the value. A counter adds it, a gauge becomes it, a histogram
 * takes it in. None throws: a measurement must not stop the work that it measures.
 */
export interface Recorders {
  recordsRead(kind: string, count: number): void;
  recordsRejected(code: string, count: number): void;
  deadLetters(count: number): void;
  eventsAppended(count: number): void;
  eventsCorrelated(count: number): void;
  batchRetries(topic: string, count: number): void;
  consumerLag(topic: string, partition: number, records: number): void;
  correlatorLeading(leads: 0 | 1): void;
  liveEvents(count: number): void;
  graphBytesPerEvent(bytes: number): void;
  graphRowsWritten(kind: string, count: number): void;
  analysisSeconds(seconds: number): void;
  /** `route` is the template (`/api/v1/incidents/:id`), never the path as asked. */
  httpRequestSeconds(route: string, method: string, status: number, seconds: number): void;
}

/** The functions of all rows, from one that makes the function of a row. */
export function recordersOf(
  make: (name: MetricName) => (...labelsAndValue: readonly (string | number)[]) => void,
): Recorders {
  return {
    recordsRead: make('recordsRead'),
    recordsRejected: make('recordsRejected'),
    deadLetters: make('deadLetters'),
    eventsAppended: make('eventsAppended'),
    eventsCorrelated: make('eventsCorrelated'),
    batchRetries: make('batchRetries'),
    consumerLag: make('consumerLag'),
    correlatorLeading: make('correlatorLeading'),
    liveEvents: make('liveEvents'),
    graphBytesPerEvent: make('graphBytesPerEvent'),
    graphRowsWritten: make('graphRowsWritten'),
    analysisSeconds: make('analysisSeconds'),
    httpRequestSeconds: make('httpRequestSeconds'),
  } satisfies Readonly<Record<MetricName, unknown>>;
}

/** For a process that nobody asks for metrics. */
export const noRecorders: Recorders = recordersOf(() => () => undefined);
