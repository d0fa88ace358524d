/**
 * Names of clocks (`event.clock`): `host/sysmon/3` for the events of one Sysmon id, which share a time source; `host/collector` for
 * events that carry no time but the collector's. Memoised, so that a million events share a few strings.
 */
export interface HostClocks {
  /** The host's name as one shared string. */
  readonly host: string;
  readonly collector: string;
  sysmon(eventId: number): string;
}

const known = new Map<string, HostClocks>();
/** An attacker may write a new host name in every line; the memo starts again instead of growing. */
const hostsMax = 4096;

export function clocksOf(name: string): HostClocks {
  const clocks = known.get(name);
  if (clocks !== undefined) return clocks;
  if (known.size >= hostsMax) known.clear();
  // Windows host names are case-insensitive and differ in case between channels.
  const host = name.toLowerCase();
  const prefix = host.replaceAll('/', '_');
  const byId: string[] = [];
  const made: HostClocks = {
    host,
    collector: `${prefix}/${collectorClass}`,
    sysmon: (eventId) => (byId[eventId] ??= `${prefix}/sysmon/${eventId}`),
  };
  known.set(name, made);
  return made;
}

export const collectorClass = 'collector';

/** `host/sysmon/3` → `host` and `sysmon/3`. */
export function splitClock(clock: string): { host: string; name: string } {
  const slash = clock.indexOf('/');
  return { host: clock.slice(0, slash), name: clock.slice(slash + 1) };
}
