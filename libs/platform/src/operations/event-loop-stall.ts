import { performance } from 'node:perf_hooks';

/** Stalls shorter than about this go unseen; no probe cares for them. */
const INTERVAL_MS = 100;

/**
 * Starts to watch how long the process goes without turning over. The function answers with the longest stall since it was last asked, in
 * milliseconds. Cost: one timer, which keeps no process alive. (`monitorEventLoopDelay` forgets a stall that a reset falls into.)
 */
export function watchStalls(nowMs: () => number = () => performance.now()): () => number {
  let longestMs = 0;
  let turnedAtMs = nowMs();
  const turn = () => {
    const atMs = nowMs();
    longestMs = Math.max(longestMs, atMs - turnedAtMs - INTERVAL_MS);
    turnedAtMs = atMs;
  };
  setInterval(turn, INTERVAL_MS).unref();
  return () => {
    turn();
    const stallMs = Math.round(longestMs);
    longestMs = 0;
    return stallMs;
  };
}
