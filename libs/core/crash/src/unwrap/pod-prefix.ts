import type { Unwrapped } from './unwrapped.js';

/** A pod of a deployment: its name, the hash of its replica set, five letters. Then the container. */
const podAndContainer = /^([a-z][a-z0-9-]{0,200}-[a-z0-9]{6,10}-[a-z0-9]{5} [a-z0-9][a-z0-9-]{0,62}) /;
/** Longer names are cut by Kubernetes itself. */
const namesCharsMax = 320;

/** `api-7d9c5b6f4-x2x8k app text`, as stern prints the logs of several pods. */
export function unwrapPodPrefix(line: string): Unwrapped | null {
  const names = podAndContainer.exec(line.slice(0, namesCharsMax))?.[1];
  return names === undefined ? null : { text: line.slice(names.length + 1), source: names, partial: 'no' };
}
