import type { TraceContext } from './trace-context.js';

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** Tracing of one process. */
export interface Tracing {
  /**
   * Does the work inside a span. The work gets the context to hand on (to a Kafka header); null when tracing is off. A span begun inside
   * the work is its child; `parent` is for work that came over the wire. What the work throws is thrown on, and marks the span with its
   * name and code, never with its message: a message may quote what an attacker sent.
   */
  withSpan<Result>(
    name: string,
    attributes: SpanAttributes,
    work: (context: TraceContext | null) => Promise<Result>,
    parent?: TraceContext | null,
  ): Promise<Result>;
  /** Sends what is waiting, for a few seconds at most, and stops. Never rejects. */
  close(): Promise<void>;
}

/** No spans: costs one call. */
export const noTracing: Tracing = {
  withSpan: (_name, _attributes, work) => work(null),
  close: () => Promise.resolve(),
};
