import type { Event } from '@faultline/model';
import { collectorClass, splitClock } from './clock-class.js';
import { referenceOf, type ClockSample } from './reference-offset.js';

/** One clock that contradicted the rest of its host, and what was done. */
export interface ClockCorrection {
  readonly host: string;
  /** For instance `sysmon/3`, or `collector` for events with collector time only. */
  readonly clock: string;
  readonly events: number;
  /** Median change of event time: positive when the clock ran early. */
  readonly shiftUs: number;
  readonly reason: string;
}
export interface AlignedEvents {
  readonly events: readonly Event[];
  readonly corrections: readonly ClockCorrection[];
}

/** Below this two clocks are taken as agreeing: collectors batch and queue for tens of seconds. */
const toleranceUs = 60_000_000;
/** A class of fewer events may be a single late delivery, so only a contradiction beyond any queue counts … */
const eventsForMedian = 5;
const delayMaxUs = 3_600_000_000;
/** … and collector-only events follow even a small constant lag, but not noise. */
const collectorToleranceUs = 1_000_000;

/**
 * Moves events whose clock contradicts the other clocks of their host onto the host's time. The common yardstick is the collector, which
 * sees all of them: each clock class has a median offset `observed − at`, the offset most classes share is the host's, and a class
 * elsewhere gets `at = observed − host offset`. Whether most are right cannot be known from inside: the corrections say what was believed.
 * Pure and independent of order; events that stay are the same objects. Cost: one pass and a sort per class.
 */
export function alignClocks(events: readonly Event[]): AlignedEvents {
  const corrections: ClockCorrection[] = [];
  const offsetByClock = new Map<string, number>();
  for (const [host, samples] of samplesByHost(events)) {
    const reference = referenceOf(samples, toleranceUs);
    if (reference === null) continue;
    for (const sample of samples) {
      const deviationUs = sample.medianUs - reference.offsetUs;
      const isCollector = sample.name === collectorClass;
      if (
        isCollector
          ? Math.abs(reference.offsetUs) <= Math.max(collectorToleranceUs, 10 * reference.madUs)
          : !contradicts(sample, deviationUs, reference.madUs)
      ) {
        continue;
      }
      offsetByClock.set(sample.clock, reference.offsetUs);
      corrections.push({
        host,
        clock: sample.name,
        events: sample.count,
        shiftUs: deviationUs,
        reason: isCollector
          ? 'These events carry only the collector’s time; they were moved by the offset between collector and host.'
          : 'The clock of these events contradicts the other clocks of the host; the collector’s time, moved to the host’s clock, replaces it.',
      });
    }
  }
  if (offsetByClock.size === 0) return { events, corrections };
  corrections.sort((a, b) => compare(a.host, b.host) || compare(a.clock, b.clock));
  return { events: events.map((event) => moved(event, offsetByClock)), corrections };
}

function moved(event: Event, offsetByClock: ReadonlyMap<string, number>): Event {
  if (event.clock === null || event.observedAtUs === null) return event;
  const offsetUs = offsetByClock.get(event.clock);
  return offsetUs === undefined ? event : { ...event, atUs: event.observedAtUs - offsetUs };
}

function contradicts(sample: ClockSample, deviationUs: number, madUs: number): boolean {
  const size = Math.abs(deviationUs);
  if (size <= Math.max(toleranceUs, 10 * madUs)) return false;
  // A delay can only make the collector later, so a class seen too early is contradicted by even one event.
  return sample.count >= eventsForMedian || deviationUs < 0 || size > delayMaxUs;
}

function samplesByHost(events: readonly Event[]): Map<string, ClockSample[]> {
  const offsets = new Map<string, number[]>();
  const starts = new Set<string>();
  for (const event of events) {
    if (event.clock === null || event.observedAtUs === null) continue;
    const known = offsets.get(event.clock);
    if (known === undefined) offsets.set(event.clock, [event.observedAtUs - event.atUs]);
    else known.push(event.observedAtUs - event.atUs);
    if (event.kind === 'process.start') starts.add(event.clock);
  }
  const hosts = new Map<string, ClockSample[]>();
  for (const [clock, values] of offsets) {
    const { host, name } = splitClock(clock);
    const sorted = Float64Array.from(values).sort();
    const medianUs = sorted[sorted.length >> 1] ?? 0;
    const sample: ClockSample = {
      clock,
      name,
      count: values.length,
      medianUs,
      sorted,
      startsProcesses: starts.has(clock),
    };
    const samples = hosts.get(host);
    if (samples === undefined) hosts.set(host, [sample]);
    else samples.push(sample);
  }
  return hosts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
