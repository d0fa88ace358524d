import type { ProbeHit } from '../tracefs/probe-hit.js';

/** A second goroutine was seen 12 µs behind the first; printing a large dump, which the third one waits for, takes longer. */
const togetherUs = 250_000;
/** A process with more racing goroutines than that tells nothing new by the next one. */
const hitsMax = 16;
/** A machine that crashes more processes at once writes them out earlier, one by one. */
const groupsMax = 1_024;

/** Joins the hits of one process to one crash. The fatal function never returns, so a process dies once. */
export class HitGroups {
  private readonly groups = new Map<string, ProbeHit[]>();

  add(hit: ProbeHit): void {
    const key = hit.processId === null ? `thread ${hit.threadId}` : `process ${hit.processId}`;
    const group = this.groups.get(key) ?? [];
    if (group.length < hitsMax) group.push(hit);
    this.groups.set(key, group);
  }

  /** Groups to which nothing more will come, in the order of their first hit. `nowUs` is of the clock of the hits; Infinity takes all. */
  take(nowUs: number): readonly (readonly ProbeHit[])[] {
    const done: (readonly ProbeHit[])[] = [];
    for (const [key, hits] of this.groups) {
      const settled = nowUs - (hits[0]?.sinceBootUs ?? 0) >= togetherUs;
      if (!settled && this.groups.size <= groupsMax) continue;
      done.push(hits);
      this.groups.delete(key);
    }
    return done;
  }
}
