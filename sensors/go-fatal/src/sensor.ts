import { readlinkSync, statSync } from 'node:fs';
import type { Crash, Sha256 } from '@faultline/model';
import { HitGroups } from './crash/group-hits.js';
import { toCrash, type Watched } from './crash/to-crash.js';
import { openBinary } from './elf/byte-source.js';
import { readGoBinary } from './go/go-binary.js';
import type { Options } from './options.js';
import { findTracefs, type Machine } from './tracefs/find-tracefs.js';
import { newProbeId, openProbeSession, type ProbeSession } from './tracefs/probe-session.js';
import { removeStale } from './tracefs/remove-stale.js';

export interface SensorOutput {
  crash(crash: Crash): void;
  /** What a person should know, one line. */
  note(text: string): void;
}

export interface Sensor {
  /** Looks once; the caller decides how often. False: there is nothing left to watch. */
  look(): boolean;
  /** Writes what is still held back, and removes the probe. May be called twice. */
  close(): void;
}

/** Reads the program and sets the probe. FL_BINARY_UNSUPPORTED or FL_PROBE_UNAVAILABLE; then nothing is left in tracefs. */
export function openSensor(options: Options, machine: Machine, sha256: Sha256, output: SensorOutput): Sensor {
  const tracefs = findTracefs(machine, options.tracefs);
  const file = openBinary(options.path);
  try {
    const binary = readGoBinary(file);
    const stale = removeStale(tracefs);
    if (stale > 0) output.note(`removed ${stale} probe(s) that a killed sensor left behind`);
    const { layout, text } = binary.version;
    const { fileOffset, function: name } = binary.probe;
    const session = openProbeSession(
      tracefs,
      { descriptor: file.descriptor, fileOffset, layout },
      newProbeId(),
    );
    const path = nameOf(options);
    output.note(`watching ${name} of ${path} (go${text})`);
    return watch({ binary, path }, options, session, sha256, output, () => file.close());
  } catch (error) {
    file.close();
    throw error;
  }
}

function watch(
  watched: Watched,
  { path, processId }: Options,
  session: ProbeSession,
  sha256: Sha256,
  output: SensorOutput,
  closeFile: () => void,
): Sensor {
  const groups = new HitGroups();
  const inode = inodeOf(path);
  let closed = false;
  const collect = (): void => {
    const { hits, lost } = session.readHits();
    if (lost > 0)
      output.note(`the kernel dropped ${lost} event(s): more crashes at once than its buffer holds`);
    for (const hit of hits) {
      if (processId === null || hit.processId === null || hit.processId === processId) groups.add(hit);
    }
  };
  const write = (nowUs: number): void => {
    for (const hits of groups.take(nowUs)) {
      const crash = toCrash(watched, hits, bootedAtUs(), sha256);
      if (crash === null)
        output.note('a process reached the fatal function, but what it died of cannot be told');
      else output.crash(crash);
    }
  };
  return {
    look() {
      collect();
      write(monotonicUs());
      return inodeOf(path) === inode;
    },
    close() {
      if (closed) return;
      closed = true;
      collect();
      session.close();
      write(Infinity);
      closeFile();
    },
  };
}

/** A process is opened as /proc/N/exe, which says nothing to a reader later on. */
function nameOf({ path, processId }: Options): string {
  return processId !== null && path.startsWith('/proc/') ? readlinkSync(path) : path;
}

function monotonicUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/** Asked for each crash, so that a clock that was set in between counts. */
function bootedAtUs(): number {
  return Date.now() * 1000 - monotonicUs();
}

/** Null: the process is gone, or the file is. */
function inodeOf(path: string): string | null {
  const status = statSync(path, { throwIfNoEntry: false });
  return status === undefined ? null : `${status.dev}:${status.ino}`;
}
