import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '@faultline/model';
import { alignClocks } from './align-clocks.js';

const second = 1_000_000;
const hour = 3600 * second;
const start = 1_700_000_000 * second;
const collectorOffset = -19 * hour;

let serial = 0;
function event(
  clock: string,
  atUs: number,
  observedAtUs: number | null,
  kind: 'other' | 'process.start' = 'other',
): Event {
  const base = {
    id: `e${++serial}`,
    atUs,
    observedAtUs,
    clock,
    dataset: 'test',
    record: { path: 'test', line: serial, offset: 0, length: 0 },
    host: 'host',
  };
  if (kind === 'other') return { ...base, kind, action: 'test', service: null };
  return {
    ...base,
    kind,
    process: { key: 'k', pid: 1, image: null, user: null },
    parent: null,
    commandLine: null,
    workingDirectory: null,
    sha256: null,
    integrity: null,
    logonId: null,
  };
}

/** `count` events of one clock that runs `skewUs` early, on a host whose collector is 19 hours behind. */
function clockOf(name: string, count: number, skewUs: number, kind?: 'process.start'): Event[] {
  return Array.from({ length: count }, (_, i) => {
    const trueUs = start + i * second;
    return event(`host/${name}`, trueUs - skewUs, trueUs + collectorOffset + 40_000 + (i % 3) * 10_000, kind);
  });
}

const days = (n: number) => n * 24 * hour;
const timesOf = (events: readonly Event[], clock: string) =>
  events.filter((e) => e.clock === clock).map((e) => e.atUs);

describe('alignClocks', () => {
  it('moves the clock that is days early onto the time of the others', () => {
    const events = [
      ...clockOf('sysmon/1', 20, 0, 'process.start'),
      ...clockOf('sysmon/11', 20, 0),
      ...clockOf('sysmon/3', 20, days(5.6)),
    ];
    const { events: aligned, corrections } = alignClocks(events);
    expect(corrections).toMatchObject([{ host: 'host', clock: 'sysmon/3', events: 20 }]);
    expect(Math.abs((corrections[0]?.shiftUs ?? 0) - days(5.6))).toBeLessThan(second);
    timesOf(aligned, 'host/sysmon/3').forEach((atUs, i) =>
      expect(Math.abs(atUs - (start + i * second))).toBeLessThan(100_000),
    );
    expect(timesOf(aligned, 'host/sysmon/1')).toEqual(timesOf(events, 'host/sysmon/1'));
  });

  it('moves the clock that is minutes late, even one event of it, since no delay can do that', () => {
    const { corrections } = alignClocks([
      ...clockOf('sysmon/1', 20, 0),
      ...clockOf('sysmon/11', 20, 0),
      ...clockOf('sysmon/22', 1, -180 * second),
    ]);
    expect(corrections).toMatchObject([{ clock: 'sysmon/22', events: 1 }]);
  });

  it('takes a few events that came some minutes late for a late delivery', () => {
    const { events, corrections } = alignClocks([
      ...clockOf('sysmon/1', 20, 0),
      ...clockOf('sysmon/11', 20, 0),
      ...clockOf('sysmon/22', 2, 600 * second),
    ]);
    expect(corrections).toEqual([]);
    expect(timesOf(events, 'host/sysmon/22')[0]).toBe(start - 600 * second);
  });

  it('gives each kind of event one vote, however many there are', () => {
    const { corrections } = alignClocks([
      ...clockOf('sysmon/1', 5, 0),
      ...clockOf('sysmon/5', 5, 0),
      ...clockOf('sysmon/11', 5, 0),
      ...clockOf('sysmon/3', 5000, days(2)),
    ]);
    expect(corrections.map((c) => c.clock)).toEqual(['sysmon/3']);
  });

  it('believes process starts when one kind stands against one', () => {
    const { corrections } = alignClocks([
      ...clockOf('sysmon/1', 10, 0, 'process.start'),
      ...clockOf('sysmon/3', 200, days(2)),
    ]);
    expect(corrections.map((c) => c.clock)).toEqual(['sysmon/3']);
  });

  it('moves events with collector time only by the offset of the host', () => {
    const collector = Array.from({ length: 3 }, (_, i) =>
      event('host/collector', start + collectorOffset + i * second, start + collectorOffset + i * second),
    );
    const { events, corrections } = alignClocks([
      ...clockOf('sysmon/1', 10, 0, 'process.start'),
      ...collector,
    ]);
    expect(corrections).toMatchObject([{ clock: 'collector', events: 3 }]);
    timesOf(events, 'host/collector').forEach((atUs, i) =>
      expect(Math.abs(atUs - (start + i * second))).toBeLessThan(100_000),
    );
  });

  it('changes nothing where all clocks agree, and returns the same objects', () => {
    const agreeing = [1, 5, 7, 10].flatMap((id) =>
      Array.from({ length: 10 }, (_, i) =>
        event(`host/sysmon/${id}`, start + i * second, start + i * second + 300_000),
      ),
    );
    const collector = [event('host/collector', start, start)];
    const { events, corrections } = alignClocks([...agreeing, ...collector]);
    expect(corrections).toEqual([]);
    expect(events[3]).toBe(agreeing[3]);
  });

  it('proves nothing from four events', () => {
    const { corrections } = alignClocks([
      ...clockOf('sysmon/1', 2, 0),
      ...clockOf('sysmon/3', 2, days(3)),
      event('host/collector', start, start),
    ]);
    expect(corrections).toEqual([]);
  });

  it('keeps hosts apart', () => {
    const other = clockOf('sysmon/3', 10, days(3)).map((e) => ({ ...e, clock: 'elsewhere/sysmon/3' }));
    expect(alignClocks([...clockOf('sysmon/1', 10, 0), ...other]).corrections).toEqual([]);
  });

  it('does not depend on the order, never changes its input, and is stable when applied again', () => {
    const events = [
      ...clockOf('sysmon/1', 9, 0, 'process.start'),
      ...clockOf('sysmon/7', 9, 0),
      ...clockOf('sysmon/3', 9, days(5)),
      event('host/collector', start + collectorOffset, start + collectorOffset),
    ];
    const before = JSON.stringify(events);
    const byId = (list: readonly Event[]) => [...list].sort((a, b) => a.id.localeCompare(b.id));
    const expected = alignClocks(events);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        (shuffled) => {
          const aligned = alignClocks(shuffled);
          expect(byId(aligned.events)).toEqual(byId(expected.events));
          expect(aligned.corrections).toEqual(expected.corrections);
        },
      ),
      { numRuns: 50 },
    );
    expect(JSON.stringify(events)).toBe(before);
    expect(alignClocks(expected.events).events.map((e) => e.atUs)).toEqual(
      expected.events.map((e) => e.atUs),
    );
  });
});
