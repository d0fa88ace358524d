import { collectorClass } from './clock-class.js';

/** The offsets `observed − at` of the events of one clock. */
export interface ClockSample {
  readonly clock: string;
  readonly name: string;
  readonly count: number;
  readonly medianUs: number;
  /** All offsets, ascending. */
  readonly sorted: Float64Array;
  readonly startsProcesses: boolean;
}
export interface ReferenceOffset {
  readonly offsetUs: number;
  /** Median absolute deviation of the agreeing offsets. */
  readonly madUs: number;
}

/** Fewer events than this prove nothing about a host's clock. */
const eventsMin = 5;

/**
 * The offset most clocks of a host share. Each class has one vote, since a noisy kind of event is not more right for being noisy; ties go to
 * the group with process starts (stamped by the kernel driver itself), then to more events, then to the smaller offset. Null when too few.
 */
export function referenceOf(samples: readonly ClockSample[], toleranceUs: number): ReferenceOffset | null {
  const voters = samples
    .filter((sample) => sample.name !== collectorClass)
    .sort((a, b) => a.medianUs - b.medianUs);
  let best: Group | null = null;
  let first = 0;
  for (let last = 0; last < voters.length; last++) {
    while (spread(voters, first, last) > toleranceUs) first++;
    const group = groupOf(voters.slice(first, last + 1));
    if (best === null || isBetter(group, best)) best = group;
  }
  if (best === null || best.events < eventsMin) return null;
  return medianOf(best.members);
}

interface Group {
  readonly members: readonly ClockSample[];
  readonly events: number;
  readonly startsProcesses: boolean;
  readonly distanceUs: number;
}

function groupOf(members: readonly ClockSample[]): Group {
  return {
    members,
    events: members.reduce((sum, member) => sum + member.count, 0),
    startsProcesses: members.some((member) => member.startsProcesses),
    distanceUs: Math.abs(members[0]?.medianUs ?? 0),
  };
}

function isBetter(a: Group, b: Group): boolean {
  if (a.members.length !== b.members.length) return a.members.length > b.members.length;
  if (a.startsProcesses !== b.startsProcesses) return a.startsProcesses;
  if (a.events !== b.events) return a.events > b.events;
  return a.distanceUs < b.distanceUs;
}

function spread(voters: readonly ClockSample[], first: number, last: number): number {
  return (voters[last]?.medianUs ?? 0) - (voters[first]?.medianUs ?? 0);
}

function medianOf(members: readonly ClockSample[]): ReferenceOffset {
  const all = new Float64Array(members.reduce((sum, member) => sum + member.count, 0));
  let filled = 0;
  for (const member of members) {
    all.set(member.sorted, filled);
    filled += member.count;
  }
  all.sort();
  const offsetUs = all[all.length >> 1] ?? 0;
  const deviations = all.map((value) => Math.abs(value - offsetUs)).sort();
  return { offsetUs, madUs: deviations[deviations.length >> 1] ?? 0 };
}
