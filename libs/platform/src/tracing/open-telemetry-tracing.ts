import { AsyncLocalStorage } from 'node:async_hooks';
import { maskSecrets } from '@faultline/model';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanStatusCode,
  trace,
  TraceFlags,
} from '@opentelemetry/api';
import { spanProvider, type SpanProviderOptions } from './span-provider.js';
import type { TraceContext } from './trace-context.js';
import type { SpanAttributes, Tracing } from './tracing.js';

const ATTRIBUTE_LENGTH_MAX = 256;
/** Longer than an attribute, so that a secret is seen whole before the rest is cut off. */
const SEARCHED_LENGTH_MAX = 8_192;
/** A number like the flags of a span; TypeScript compares no number with an enum. */
const sampledFlag: number = TraceFlags.SAMPLED;
const CLOSE_TIMEOUT_MS = 5_000;

/** Holds no global state of OpenTelemetry: two of these in one process do not meet. */
export function openTelemetryTracing(options: SpanProviderOptions): Tracing {
  const provider = spanProvider(options);
  const tracer = provider.getTracer('faultline', options.version);
  const current = new AsyncLocalStorage<Context>();
  return {
    async withSpan(name, attributes, work, parent = null) {
      const outer = parent ? contextOf(parent) : (current.getStore() ?? ROOT_CONTEXT);
      const span = tracer.startSpan(name, { attributes: masked(attributes) }, outer);
      try {
        return await current.run(trace.setSpan(outer, span), () => work(traceContextOf(span)));
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        span.setAttributes({ 'error.type': typeOf(error) });
        throw error;
      } finally {
        span.end();
      }
    },
    close: async () => {
      // A failed export was told when it failed.
      const ended = provider.shutdown().catch(() => undefined);
      if (!(await isInTime(ended, CLOSE_TIMEOUT_MS)))
        options.onError?.(new Error('The collector did not take the last spans in time.'));
    },
  };
}

function contextOf({ traceId, spanId, sampled }: TraceContext): Context {
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  const remote: SpanContext = { traceId, spanId, traceFlags, isRemote: true };
  return trace.setSpanContext(ROOT_CONTEXT, remote);
}

function traceContextOf(span: Span): TraceContext {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return { traceId, spanId, sampled: (traceFlags & sampledFlag) !== 0 };
}

/** Spans leave the house: like a line of the log they may quote what an attacker or a customer sent. */
function masked(attributes: SpanAttributes): SpanAttributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? maskSecrets(value.slice(0, SEARCHED_LENGTH_MAX)).slice(0, ATTRIBUTE_LENGTH_MAX)
        : value,
    ]),
  );
}

function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string'
    ? error.code.slice(0, 64)
    : error.name.slice(0, 64);
}

async function isInTime(work: Promise<void>, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}
