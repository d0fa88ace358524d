import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 200;

/** Asks until the answer is there. A question that fails (a server is just being started again) is asked again; what it last said ends in the error. */
export async function until<T>(what: string, ask: () => Promise<T | null>, timeoutMs: number): Promise<T> {
  let last: unknown = 'nothing yet';
  const deadlineMs = performance.now() + timeoutMs;
  while (performance.now() < deadlineMs) {
    const answer = await ask().catch((error: unknown) => {
      last = error;
      return null;
    });
    if (answer !== null) return answer;
    await sleep(POLL_MS);
  }
  throw new Error(`${what}: not within ${timeoutMs} ms (${String(last)})`);
}
