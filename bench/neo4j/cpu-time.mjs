import { readFileSync } from 'node:fs';

/** Milliseconds of processor time of this process and of the server: on a shared machine steadier than the clock. Null where there is no /proc. */
export function cpuTimeMs(serverPid) {
  const { user, system } = process.cpuUsage();
  try {
    // proc(5): fields 14 and 15 are ticks of 10 ms, counted from behind the name.
    const fields = readFileSync(`/proc/${serverPid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (user + system) / 1000 + (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
