import { judgeDumps, type FatalDump } from '@faultline/crash';
import type { Crash, CrashProbe, Sha256 } from '@faultline/model';
import type { GoBinary } from '../go/go-binary.js';
import type { ProbeHit } from '../tracefs/probe-hit.js';
import { hitGoroutine } from './hit-goroutine.js';
import { hitMessage } from './hit-message.js';

export interface Watched {
  readonly binary: GoBinary;
  /** As it was named to us. */
  readonly path: string;
}

/**
 * The hits of one process as a crash, judged by the same rules as a dump at level system, of which they have the same parts. Null where they show
 * no death that those rules know. `bootedAtUs` is when the clock of the hits was 0, in microseconds UTC. Cost: a few lookups in the line table for each hit.
 */
export function toCrash(
  { binary, path }: Watched,
  hits: readonly ProbeHit[],
  bootedAtUs: number,
  sha256: Sha256,
): Crash | null {
  const [first] = hits;
  const [judged] = judgeDumps([dumpOf(binary, hits)], sha256);
  if (first === undefined || judged === undefined) return null;
  const probe: CrashProbe = {
    source: 'uprobe',
    atUs: bootedAtUs + first.sinceBootUs,
    pid: first.processId,
    comm: first.command,
    binary: path,
    hits: hits.map((hit) => ({
      atUs: bootedAtUs + hit.sinceBootUs,
      threadId: hit.threadId,
      goroutine: hit.goroutine === 0 ? null : hit.goroutine,
      message: hitMessage(binary, hit),
    })),
  };
  return { ...confirmedByKernel(judged, hits), goVersion: binary.version.text, probe };
}

function dumpOf(binary: GoBinary, hits: readonly ProbeHit[]): FatalDump {
  const messages = hits.flatMap((hit) => hitMessage(binary, hit) ?? []);
  const goroutines = hits.flatMap((hit) => hitGoroutine(binary, hit) ?? []);
  return {
    form: 'fatal',
    fatals: messages.map((message) => ({ message, column: 0, line: 0 })),
    panics: [],
    signal: null,
    messageByLength: null,
    preamble: [],
    goroutines,
    goroutinesBeyond: 0,
    exitCode: null,
    losses: [
      ...(messages.length === hits.length ? [] : (['message lost'] as const)),
      ...(goroutines.some(({ elidedFrames }) => elidedFrames > 0)
        ? (['frames beyond the limit'] as const)
        : []),
    ],
    firstLine: 0,
    lastLine: 0,
  };
}

/** Without a goroutine a dump is only a message, which any program can print. Here the kernel saw the runtime's own instruction. */
function confirmedByKernel(crash: Crash, hits: readonly ProbeHit[]): Crash {
  const onScheduler = crash.message !== null && hits.every(({ goroutine }) => goroutine === 0);
  if (crash.confirmed || !onScheduler) return crash;
  const { unconfirmedReason: _, ...rest } = crash;
  const losses = ['the scheduler found it on a stack of its own: no goroutine is to be named'];
  return { ...rest, confirmed: true, losses };
}
