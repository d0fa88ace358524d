import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { probeUnavailable, systemCode } from './probe-unavailable.js';

/** Where kernels have it: Linux 4.1 and newer, and below debugfs as it was before. */
const usualPlaces = ['/sys/kernel/tracing', '/sys/kernel/debug/tracing'];

export interface Machine {
  readonly platform: string;
  readonly architecture: string;
}

/** The folder of tracefs in which probes can be set. FL_PROBE_UNAVAILABLE says why there is none. */
export function findTracefs(machine: Machine, given?: string): string {
  if (machine.platform !== 'linux' || machine.architecture !== 'x64') {
    throw probeUnavailable(
      `the sensor runs on Linux on amd64, this is ${machine.platform} on ${machine.architecture}`,
    );
  }
  const places = given === undefined ? usualPlaces : [given];
  const problems = places.map(problemOf);
  const found = problems.indexOf(null);
  if (found >= 0) return places[found] ?? '';
  throw probeUnavailable(
    problems.includes('denied')
      ? `no permission to write ${join(places[problems.indexOf('denied')] ?? '', 'uprobe_events')}: run as root on the host`
      : `no tracefs with uprobe events at ${places.join(' or ')}: as root \`mount -t tracefs nodev /sys/kernel/tracing\`, or name its folder with --tracefs`,
  );
}

function problemOf(folder: string): 'denied' | 'missing' | null {
  try {
    accessSync(join(folder, 'uprobe_events'), constants.R_OK | constants.W_OK);
    return null;
  } catch (error) {
    return ['EACCES', 'EPERM', 'EROFS'].includes(systemCode(error)) ? 'denied' : 'missing';
  }
}
