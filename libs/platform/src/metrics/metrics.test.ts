import fastify from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { boundedLabels } from './bounded-labels.js';
import { createMetrics, type Metrics } from './create-metrics.js';
import { type MetricRow, metricsTable } from './metrics-table.data.js';
import { observeRequest } from './observe-request.js';
import { noRecorders } from './recorders.js';

let metrics: Metrics;
beforeAll(async () => {
  metrics = await createMetrics();
});

async function samples(name: string): Promise<readonly string[]> {
  return (await metrics.exposition()).split('\n').filter((line) => line.startsWith(name));
}

describe('the table', () => {
  const rows: readonly MetricRow[] = Object.values(metricsTable);

  it.each(rows)('$name is named for its kind and unit', ({ kind, name, help, buckets }) => {
    expect(name).toMatch(/^faultline(_[a-z]+)+$/);
    expect(name.endsWith('_total')).toBe(kind === 'counter');
    expect(name.endsWith('_seconds')).toBe(kind === 'histogram');
    expect(help).toMatch(/^[A-Z1].*\.$/);
    expect(buckets !== undefined).toBe(kind === 'histogram');
    expect([...(buckets ?? [])].sort((a, b) => a - b)).toEqual(buckets ?? []);
  });

  it('has no name twice', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });
});

describe('createMetrics', () => {
  it('adds counters, sets gauges, fills buckets, each with its labels in order', async () => {
    metrics.recordsRead('cloudtrail', 2);
    metrics.recordsRead('cloudtrail', 3);
    metrics.consumerLag('faultline.raw', 3, 40);
    metrics.consumerLag('faultline.raw', 3, 7);
    metrics.analysisSeconds(0.07);
    expect(await samples('faultline_records_read_total')).toEqual([
      'faultline_records_read_total{kind="cloudtrail"} 5',
    ]);
    expect(await samples('faultline_consumer_lag_records')).toEqual([
      'faultline_consumer_lag_records{topic="faultline.raw",partition="3"} 7',
    ]);
    expect(await samples('faultline_analysis_duration_seconds_bucket{le="0.1"}')).toEqual([
      'faultline_analysis_duration_seconds_bucket{le="0.1"} 1',
    ]);
  });

  it('has every row of the table, and the process', async () => {
    const text = await metrics.exposition();
    for (const { name, kind } of Object.values(metricsTable))
      expect(text).toContain(`# TYPE ${name} ${kind}\n`);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(metrics.contentType).toMatch(/^text\/plain/);
  });

  it('never throws, whatever it is given', async () => {
    metrics.eventsAppended(-1);
    metrics.eventsAppended(Number.NaN);
    metrics.liveEvents(Number.POSITIVE_INFINITY);
    expect(await samples('faultline_events_appended_total')).toEqual(['faultline_events_appended_total 0']);
    noRecorders.eventsAppended(Number.NaN);
  });

  it('escapes what could forge a line of the exposition', async () => {
    metrics.recordsRejected('x"} 1\nforged_total 1', 1);
    expect(await samples('forged_total')).toEqual([]);
  });

  it('keeps a flood of label values in 1,000 series and loses no count', async () => {
    for (let at = 0; at < 3_000; at += 1) metrics.graphRowsWritten(`kind-${at}${'x'.repeat(500)}`, 1);
    const lines = await samples('faultline_graph_rows_written_total');
    expect(lines).toHaveLength(1_001);
    expect(lines).toContain('faultline_graph_rows_written_total{kind="other"} 2000');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(200);
  });
});

describe('boundedLabels', () => {
  it('keeps the series it knows when it is full', () => {
    const labels = boundedLabels(['a', 'b'], 2);
    labels(['1', 1]);
    labels(['2', 1]);
    expect(labels(['3', 1])).toEqual({ a: 'other', b: 'other' });
    expect(labels(['1', 1])).toEqual({ a: '1', b: '1' });
  });

  it('tells values apart that look alike when joined', () => {
    const labels = boundedLabels(['a', 'b'], 1);
    labels(['x","y', 'z']);
    expect(labels(['x', 'y","z'])).toEqual({ a: 'other', b: 'other' });
  });
});

describe('observeRequest', () => {
  it('counts by route template, never by the path as asked', async () => {
    const server = fastify({ logger: false });
    server.addHook('onResponse', observeRequest(metrics));
    server.get('/incidents/:id', () => 'ok');
    for (const url of ['/incidents/1', '/incidents/2', '/wp-login.php', '/.env']) await server.inject(url);
    await server.close();
    expect(await samples('faultline_http_request_duration_seconds_count')).toEqual([
      'faultline_http_request_duration_seconds_count{route="/incidents/:id",method="GET",status="200"} 2',
      'faultline_http_request_duration_seconds_count{route="unmatched",method="GET",status="404"} 2',
    ]);
  });

  it('takes no method that it does not know for a label', () => {
    const seen: string[] = [];
    const hook = observeRequest({ httpRequestSeconds: (...[, method]) => void seen.push(method) });
    hook({ method: 'BREW', routeOptions: {} }, { statusCode: 400, elapsedTime: 1 }, () => undefined);
    expect(seen).toEqual(['other']);
  });
});
