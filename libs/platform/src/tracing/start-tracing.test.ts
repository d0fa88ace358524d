import { createRequire } from 'node:module';
import { FaultlineError } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { otlpCollector } from '../testing/otlp-collector.js';
import { startTracing } from './start-tracing.js';
import { traceContextFrom, withTraceparent } from './trace-context.js';

const options = { serviceName: 'faultline-ingestor', version: '0.1.0' };
const loaded = (word: string) =>
  Object.keys(createRequire(import.meta.url).cache).filter((file) => file.includes(word));

// First in the file: what is once loaded stays.
describe('without an endpoint', () => {
  it.each([undefined, null, ''])(
    'does the work and loads nothing of OpenTelemetry (%j)',
    async (endpoint) => {
      const tracing = await startTracing({ endpoint, ...options });
      expect(await tracing.withSpan('Work', {}, (context) => Promise.resolve(context))).toBeNull();
      await tracing.close();
      expect(loaded('@opentelemetry')).toEqual([]);
    },
  );

  it('the front door loads neither Nest, Fastify, prom-client nor OpenTelemetry', async () => {
    await import('../index.js');
    expect(['@opentelemetry', 'prom-client', 'fastify', 'reflect-metadata'].flatMap(loaded)).toEqual([]);
    expect(loaded('pino')).not.toEqual([]);
  });
});

describe('with a collector', () => {
  it('sends spans with service, attributes and parents, at the latest when closed', async () => {
    const collector = await otlpCollector();
    const tracing = await startTracing({ endpoint: `${collector.endpoint}/`, ...options });
    const answer = await tracing.withSpan('BatchHandle', { topic: 'raw', records: 3 }, async (context) => {
      await tracing.withSpan('EventsAppend', {}, () => Promise.resolve());
      return context?.sampled;
    });
    expect(answer).toBe(true);
    expect(loaded('@opentelemetry')).not.toEqual([]);
    await tracing.close();
    await collector.close();
    expect([...collector.paths]).toEqual(['POST /v1/traces']);
    expect(collector.resources).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'faultline-ingestor' },
    });
    const [inner, outer] = collector.spans;
    expect(outer).toMatchObject({
      name: 'BatchHandle',
      attributes: [
        { key: 'topic', value: { stringValue: 'raw' } },
        { key: 'records', value: { intValue: 3 } },
      ],
    });
    expect(outer?.parentSpanId).toBeUndefined();
    expect(inner).toMatchObject({
      name: 'EventsAppend',
      parentSpanId: outer?.spanId,
      traceId: outer?.traceId,
    });
  });

  it('goes on in another process through the header of a message', async () => {
    const collector = await otlpCollector();
    const first = await startTracing({ endpoint: collector.endpoint, ...options });
    const second = await startTracing({ endpoint: collector.endpoint, ...options });
    const headers = await first.withSpan('Produce', {}, (context) =>
      Promise.resolve(withTraceparent({}, context)),
    );
    await second.withSpan('Consume', {}, () => Promise.resolve(), traceContextFrom(headers));
    await first.close();
    await second.close();
    await collector.close();
    const [produce, consume] = collector.spans;
    expect(consume).toMatchObject({ parentSpanId: produce?.spanId, traceId: produce?.traceId });
  });

  it('sends nothing of a trace that its beginner does not keep', async () => {
    const collector = await otlpCollector();
    const tracing = await startTracing({ endpoint: collector.endpoint, ...options });
    const parent = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), sampled: false };
    const context = await tracing.withSpan('Consume', {}, (inner) => Promise.resolve(inner), parent);
    await tracing.close();
    await collector.close();
    expect(context).toMatchObject({ traceId: parent.traceId, sampled: false });
    expect(collector.spans).toEqual([]);
  });

  it('marks a failure by its code, throws it on, and lets no secret out', async () => {
    const collector = await otlpCollector();
    const tracing = await startTracing({ endpoint: collector.endpoint, ...options });
    const secret = 'Bearer abcdefgh12345678';
    const error = new FaultlineError('FL_DATABASE_UNAVAILABLE', secret);
    const work = tracing.withSpan('Store', { header: `Authorization: ${secret}` }, () =>
      Promise.reject(error),
    );
    await expect(work).rejects.toBe(error);
    await tracing.close();
    await collector.close();
    expect(collector.spans[0]?.status.code).toBe(2);
    const text = JSON.stringify(collector.spans);
    expect(text).toContain('FL_DATABASE_UNAVAILABLE');
    expect(text).not.toContain('abcdefgh12345678');
  });

  it('tells when a collector refuses, and closes all the same', async () => {
    const collector = await otlpCollector(() => Promise.resolve(400));
    const errors: unknown[] = [];
    const tracing = await startTracing({
      endpoint: collector.endpoint,
      ...options,
      onError: (error) => errors.push(error),
    });
    await tracing.withSpan('Work', {}, () => Promise.resolve());
    await tracing.close();
    await collector.close();
    expect(errors).toHaveLength(1);
  });

  it('drops spans rather than memory while a collector does not answer', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const collector = await otlpCollector(() => released.then(() => 200));
    const tracing = await startTracing({ endpoint: collector.endpoint, ...options });
    const batch = () =>
      Promise.all(Array.from({ length: 1_000 }, () => tracing.withSpan('Work', {}, () => Promise.resolve())));
    for (let at = 0; at < 6; at += 1) {
      await batch();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    release();
    await tracing.close();
    await collector.close();
    expect(collector.spans.length).toBeGreaterThan(0);
    // The queue and the batch that was on its way.
    expect(collector.spans.length).toBeLessThanOrEqual(2_048 + 512);
  });
});
