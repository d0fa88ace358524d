import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSources } from '@faultline/adapter-files';
import type { Event, EventOf, Rejected } from '@faultline/model';
import { alignClocks, createNormaliser } from '@faultline/normalise';

// Public data sets too large for the repository; where they are not, this suite says so and does not run.
const data =
  process.env['FAULTLINE_SHARED_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const there = existsSync(data);

async function readEvents(...paths: string[]) {
  const events: Event[] = [];
  const rejected: Rejected[] = [];
  let normaliser = createNormaliser();
  const summaries = await readSources(
    paths.map((path) => join(data, path)),
    {},
    {
      sourceStart: () => {
        normaliser = createNormaliser();
      },
      record: (record) => {
        const result = normaliser.normalise(record);
        if (result.rejected === undefined) for (const event of result.events) events.push(event);
        else rejected.push(result.rejected);
      },
      rejected: (one) => void rejected.push(one),
      sourceEnd: () => undefined,
    },
  );
  return { events, rejected, summaries };
}

const isKind =
  <K extends Event['kind']>(kind: K) =>
  (event: Event): event is EventOf<K> =>
    event.kind === kind;

describe.skipIf(!there)('Sysmon and Windows events of three real hosts', () => {
  it.each([
    ['01', 53_698, ['collector', 'sysmon/22', 'sysmon/3'], 5.6],
    ['02', 42_482, ['collector', 'sysmon/22', 'sysmon/3'], 0],
    ['04', 40_568, ['collector', 'sysmon/22', 'sysmon/3'], 5.8],
  ])('are all read, and the clocks that are wrong are found: %s', async (name, count, clocks, daysEarly) => {
    const { events, rejected } = await readEvents(`otrf-lsass/${name}.jsonl.gz`);
    expect(rejected).toEqual([]);
    expect(events.length).toBe(count);
    const { events: aligned, corrections } = alignClocks(events);
    expect(corrections.map((one) => one.clock)).toEqual(clocks);
    const shift = corrections.find((one) => one.clock === 'sysmon/3')?.shiftUs ?? 0;
    expect(Math.abs(shift / 86_400_000_000 - daysEarly)).toBeLessThan(0.1);
    // One axis: every event lies within the minutes that the recording took, whatever its clock said.
    const times = aligned.map((event) => event.atUs).sort((a, b) => a - b);
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(20 * 60 * 1_000_000);
    // No process acts before it starts, but for the collector's precision.
    const starts = new Map(
      aligned.filter(isKind('process.start')).map((event) => [event.process.key, event.atUs]),
    );
    const early = aligned.filter(isKind('network.flow')).filter((flow) => {
      const startUs = flow.process === null ? undefined : starts.get(flow.process.key);
      return startUs !== undefined && flow.atUs < startUs - 5_000_000;
    });
    expect(early).toEqual([]);
  });

  it('have the marks of the web', async () => {
    const { events } = await readEvents('otrf-lsass/01.jsonl.gz');
    const marked = events.filter(isKind('file.write')).filter((event) => event.zone !== null);
    expect(marked.length).toBeGreaterThan(0);
    for (const event of marked) expect(event.path.toLowerCase()).not.toContain('zone.identifier');
    expect(marked.some((event) => event.zone?.id === 3 && event.zone.referrerUrl !== null)).toBe(true);
  });
});

describe.skipIf(!there)('alerts of three real company networks', () => {
  it.each([
    ['russellmitchell', 45_544],
    ['shaw', 70_782],
    ['wardbeck', 91_257],
  ])('are all read: %s', async (name, count) => {
    const { events, rejected } = await readEvents(`ait-alerts/${name}.csv.gz`);
    expect([events.length, rejected.length]).toEqual([count, 0]);
    expect(
      events.every((event) => event.kind === 'alert' && event.host !== null && event.rule !== event.name),
    ).toBe(true);
  });
});

describe.skipIf(!there)('real CloudTrail', () => {
  it('is read without eventTime; a stolen key leads to the call that issued it', async () => {
    const { events, rejected } = await readEvents('cloud-bank/events.jsonl.gz');
    const calls = events.filter(isKind('cloud.call'));
    expect([calls.length, rejected.length]).toEqual([103, 0]);
    const used = new Set(
      calls.filter((call) => call.principalType === 'AssumedRole').map((call) => call.accessKeyId),
    );
    for (const key of used) {
      const issuing = calls.filter((call) => call.issued?.accessKeyId === key);
      expect(issuing.length).toBe(1);
      const role = calls
        .find((call) => call.accessKeyId === key)
        ?.roleArn?.split('/')
        .at(-1);
      expect(issuing[0]?.issued?.roleArn?.split('/').at(-1)).toBe(role);
    }
  });

  it('of 35 techniques is all read', async () => {
    const names = readdirSync(join(data, 'stratus')).filter((name) => name.endsWith('.jsonl.gz'));
    const { events, rejected } = await readEvents(...names.map((name) => `stratus/${name}`));
    expect([events.filter(isKind('cloud.call')).length, rejected.length]).toEqual([310, 0]);
  });
});

describe.skipIf(!there)('Sysmon events as EVTX in JSON', () => {
  it('are read, those of the rule samples', async () => {
    const texts: string[] = [];
    await readSources(
      [join(data, 'sigma/regression.jsonl.gz')],
      {},
      {
        record: (record) => void texts.push(record.text),
        rejected: () => undefined,
        sourceEnd: () => undefined,
      },
    );
    const normaliser = createNormaliser();
    const results = texts
      .flatMap((text) => (JSON.parse(text) as { events: unknown[] }).events)
      .map((event) =>
        normaliser.normalise({
          path: 'p',
          line: 1,
          offset: 0,
          length: 0,
          id: 'i',
          text: JSON.stringify(event),
        }),
      );
    expect(results.filter((result) => result.rejected !== undefined)).toEqual([]);
    const kinds = results.flatMap((result) =>
      result.rejected === undefined ? result.events.map((event) => event.kind) : [],
    );
    expect(kinds.filter((kind) => kind === 'other').length).toBeLessThanOrEqual(2);
  });
});
