import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { probeGroup } from './probe-names.js';

/** The list of all uprobes of the machine. */
export function listedProbes(tracefs: string): readonly string[] {
  return readFileSync(join(tracefs, 'uprobe_events'), 'utf8').split('\n').filter(Boolean);
}

/** Adds a probe. Throws what the kernel answers (EINVAL for a definition that it does not understand). */
export function addProbe(tracefs: string, definition: string): void {
  change(tracefs, definition);
}

/** Removes one of ours. Throws EBUSY while it is enabled in some instance. */
export function removeProbe(tracefs: string, event: string): void {
  change(tracefs, `-:${probeGroup}/${event}`);
}

/** O_APPEND without O_TRUNC: opening this file for truncation removes the probes of everybody. */
function change(tracefs: string, line: string): void {
  const descriptor = openSync(join(tracefs, 'uprobe_events'), constants.O_WRONLY | constants.O_APPEND);
  try {
    writeSync(descriptor, `${line}\n`);
  } finally {
    closeSync(descriptor);
  }
}
