import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections (Linux from 32768, others from 49152): a client that calls a killed server again
 * and again would otherwise be given that very port one day, talk to itself, and keep the server from coming back.
 */
const firstPort = 15_000;
const lastPort = 32_000;
const triesMax = 200;

/** Different ports of 127.0.0.1 that nobody listens on now. They are not held: another process may still be faster. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  for (let tries = 0; tries < triesMax && ports.size < count; tries += 1) {
    const port = randomInt(firstPort, lastPort);
    if (await isFree(port)) ports.add(port);
  }
  if (ports.size < count)
    throw new Error(`No free port between ${firstPort} and ${lastPort} in ${triesMax} tries.`);
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
