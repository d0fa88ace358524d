import { readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './probe-unavailable.js';
import { idOfInstance, idOfProbe, probeNames } from './probe-names.js';
import { listedProbes, removeProbe } from './uprobe-events.js';

/**
 * Removes what sensors left behind that were killed. The kernel itself tells who lives: an instance whose pipe somebody holds open is busy and
 * cannot be removed, whatever process namespace its sensor is in. Returns how many probes went. Touches nothing but names of ours.
 */
export function removeStale(tracefs: string): number {
  const instances = join(tracefs, 'instances');
  const alive = new Set(
    readdirSync(instances).flatMap((name) => {
      const id = idOfInstance(name);
      return id !== null && !removeInstance(join(instances, name)) ? [id] : [];
    }),
  );
  const stale = listedProbes(tracefs).flatMap((line) => {
    const id = idOfProbe(line);
    return id === null || alive.has(id) ? [] : [id];
  });
  return stale.filter((id) => removed(tracefs, id)).length;
}

/** False: in use. */
function removeInstance(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return systemCode(error) === 'ENOENT';
  }
}

/** EBUSY: someone else enabled it by hand; ENOENT: another sensor was quicker. */
function removed(tracefs: string, id: string): boolean {
  try {
    removeProbe(tracefs, probeNames(id).event);
    return true;
  } catch (error) {
    if (['EBUSY', 'ENOENT'].includes(systemCode(error))) return false;
    throw error;
  }
}
