import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceContextFrom, withTraceparent } from './trace-context.js';

// The examples of the W3C recommendation, section 3.2.2.5.
const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const spanId = '00f067aa0ba902b7';
const sampled = { traceId, spanId, sampled: true };

describe('traceContextFrom', () => {
  it.each([
    [`00-${traceId}-${spanId}-01`, sampled],
    [`00-${traceId}-${spanId}-00`, { ...sampled, sampled: false }],
    // Unknown flags beside the known one, and a later version with one field more.
    [`00-${traceId}-${spanId}-ff`, sampled],
    [`cc-${traceId}-${spanId}-01-what-the-future-will-be-like`, sampled],
  ])('reads %s', (traceparent, context) => {
    expect(traceContextFrom({ traceparent })).toEqual(context);
    expect(traceContextFrom({ traceparent: Buffer.from(traceparent) })).toEqual(context);
  });

  it.each([
    '',
    `00-${traceId}-${spanId}-01-more`,
    `ff-${traceId}-${spanId}-01`,
    `00-${'0'.repeat(32)}-${spanId}-01`,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId.toUpperCase()}-${spanId}-01`,
    `00-${traceId}-${spanId}-1`,
    `00-${traceId}-${spanId}-01\n`,
    ` 00-${traceId}-${spanId}-01`,
    `00-${traceId}${spanId}-01`,
    `cc-${traceId}-${spanId}-01-${'x'.repeat(300)}`,
  ])('takes %j for no context', (traceparent) => {
    expect(traceContextFrom({ traceparent })).toBeNull();
  });

  it('takes no header, and a repeated one, for no context', () => {
    const traceparent = `00-${traceId}-${spanId}-01`;
    expect(traceContextFrom({ other: traceparent })).toBeNull();
    expect(traceContextFrom({ traceparent: [traceparent, traceparent] })).toBeNull();
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (traceparent) => {
        expect(traceContextFrom({ traceparent })).toBeNull();
      }),
    );
  });
});

describe('withTraceparent', () => {
  it('carries what traceContextFrom reads, and keeps the other headers', () => {
    const hex = (digits: number) =>
      fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`)).filter((id) => !/^0+$/.test(id));
    const contexts = fc.record({ traceId: hex(32), spanId: hex(16), sampled: fc.boolean() });
    fc.assert(
      fc.property(contexts, (context) => {
        const headers = withTraceparent({ kind: 'web', traceparent: 'old' }, context);
        expect(headers.kind).toBe('web');
        expect(traceContextFrom(headers)).toEqual(context);
      }),
    );
  });

  it('leaves headers alone without a context', () => {
    const headers = { kind: 'web' };
    expect(withTraceparent(headers, null)).toBe(headers);
  });
});
