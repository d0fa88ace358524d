import { randomBytes } from 'node:crypto';
import { closeSync, constants, mkdirSync, openSync, readSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoLayout } from '../go/go-layout.data.js';
import { LineBuffer } from './line-buffer.js';
import { probeDefinition } from './probe-definition.js';
import type { ProbeHit } from './probe-hit.js';
import { probeGroup, probeNames } from './probe-names.js';
import { probeUnavailable, systemCode } from './probe-unavailable.js';
import { lostEvents, readHit } from './read-hit.js';
import { addProbe, removeProbe } from './uprobe-events.js';

export interface HitsRead {
  readonly hits: readonly ProbeHit[];
  /** What the kernel had no room for. */
  readonly lost: number;
}

/** A probe that is set, and the ring buffer into which it writes. */
export interface ProbeSession {
  /** What came since the last call; never waits. Reads at most 2 MiB, the rest comes next time. */
  readHits(): HitsRead;
  /** Removes the probe and the buffer. May be called twice. */
  close(): void;
}

export interface ProbeTarget {
  /** An open descriptor of this process: the kernel takes the very file that was read, whatever its name leads to by now. */
  readonly descriptor: number;
  readonly fileOffset: number;
  readonly layout: GoLayout;
}

/** For each CPU. An event takes 200 bytes, so a burst of 300 crashes on one CPU between two looks is kept. */
const bufferKib = 64;
const chunkBytes = 64 * 1024;
const chunksMax = 32;

/** Eight hexadecimal digits that no other sensor has. */
export function newProbeId(): string {
  return randomBytes(4).toString('hex');
}

/** Sets the probe. FL_PROBE_UNAVAILABLE where the kernel refuses; then nothing of it is left. */
export function openProbeSession(tracefs: string, target: ProbeTarget, id: string): ProbeSession {
  const names = probeNames(id);
  const folder = join(tracefs, 'instances', names.instance);
  const undo: (() => void)[] = [];
  const close = (): void => {
    for (const step of undo.splice(0).reverse()) attempt(step);
  };
  try {
    mkdirSync(folder);
    undo.push(() => rmdirSync(folder));
    // Opened before anything else: an instance that nobody holds open is taken for a dead sensor's.
    const pipe = openSync(join(folder, 'trace_pipe'), constants.O_RDONLY | constants.O_NONBLOCK);
    undo.push(() => closeSync(pipe));
    writeFileSync(join(folder, 'trace_clock'), 'mono');
    writeFileSync(join(folder, 'buffer_size_kb'), String(bufferKib));
    writeFileSync(join(folder, 'options/record-tgid'), '1');
    const file = `/proc/self/fd/${target.descriptor}`;
    addProbe(tracefs, probeDefinition(names.event, file, target.fileOffset, target.layout));
    undo.push(() => removeProbe(tracefs, names.event));
    const enable = join(folder, 'events', probeGroup, names.event, 'enable');
    writeFileSync(enable, '1');
    undo.push(() => writeFileSync(enable, '0'));
    return { readHits: hitReader(pipe, names.event), close };
  } catch (cause) {
    close();
    throw probeUnavailable(`the kernel refuses the probe (${systemCode(cause) || String(cause)})`, cause);
  }
}

/** Each step of tidying is worth doing though another failed; what stays is removed by the next start. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Nothing to do here: see above.
  }
}

function hitReader(pipe: number, event: string): () => HitsRead {
  const lines = new LineBuffer();
  const buffer = Buffer.alloc(chunkBytes);
  return () => {
    const hits: ProbeHit[] = [];
    let lost = 0;
    for (let chunk = 0; chunk < chunksMax; chunk += 1) {
      const length = readNow(pipe, buffer);
      if (length === 0) break;
      for (const line of lines.add(buffer.toString('utf8', 0, length))) {
        lost += lostEvents(line);
        const hit = readHit(line, event);
        if (hit !== null) hits.push(hit);
      }
    }
    return { hits, lost };
  };
}

/** 0: nothing there. */
function readNow(pipe: number, buffer: Buffer): number {
  try {
    return readSync(pipe, buffer, 0, buffer.length, null);
  } catch (error) {
    if (systemCode(error) === 'EAGAIN') return 0;
    throw error;
  }
}
