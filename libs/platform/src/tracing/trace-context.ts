/** Where a piece of work stands in a trace (W3C Trace Context, Level 2). */
export interface TraceContext {
  /** 32 lower-case hexadecimal digits, not all 0. */
  readonly traceId: string;
  /** 16 lower-case hexadecimal digits, not all 0. */
  readonly spanId: string;
  readonly sampled: boolean;
}

export type HeaderValue = string | Uint8Array | readonly (string | Uint8Array)[] | undefined;
export type Headers = Readonly<Record<string, HeaderValue>>;

const HEADER = 'traceparent';
const SAMPLED = 0x01;
/** 55 characters of version 00 and room for what a later version adds; whoever writes headers chooses their length. */
const HEADER_LENGTH_MAX = 256;
const format = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** The headers with `traceparent` added or replaced; the headers as they are without a context. For messages on their way out. */
export function withTraceparent<Given extends Headers>(
  headers: Given,
  context: TraceContext | null,
): Given & { readonly traceparent?: string } {
  if (!context) return headers;
  const flags = context.sampled ? '01' : '00';
  return { ...headers, [HEADER]: `00-${context.traceId}-${context.spanId}-${flags}` };
}

/** The context that a message brought; null without one or with one that is malformed. A repeated header counts for nothing. */
export function traceContextFrom(headers: Headers): TraceContext | null {
  const text = textOf(headers[HEADER]);
  const [, version, traceId = '', spanId = '', flags = '', more] = format.exec(text) ?? [];
  // Version ff is forbidden; only versions after 00 may have more fields.
  if (version === undefined || version === 'ff' || (version === '00' && more !== undefined)) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

function textOf(value: HeaderValue): string {
  if (value === undefined || value.length > HEADER_LENGTH_MAX) return '';
  if (typeof value === 'string') return value;
  return value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : '';
}
