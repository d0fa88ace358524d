/** Well below the ten seconds that a member may be silent at the least. */
const everyMs = 1_000;

/**
 * Heartbeats for as long as the work takes, so that the group does not take a slow member for a dead one. A failed one does not end the work: whether
 * the partition is lost is decided by the broker when the offset is committed. `onFailure` hears of it, mostly because the group wants to share anew.
 */
export async function withHeartbeats<T>(
  heartbeat: () => Promise<void>,
  work: () => Promise<T>,
  onFailure: () => void = () => undefined,
): Promise<T> {
  const timer = setInterval(() => {
    heartbeat().catch(onFailure);
  }, everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
