import type { Entity } from '@faultline/model';
import type { AggregatedLink, GraphSave, GraphSnapshot } from '../graph-store.port.js';

/** `kind/key` as an entity with an id that is easy to read: `kind:key`. */
export function entity(name: string): Entity {
  const slash = name.indexOf('/');
  const kind = name.slice(0, slash);
  const key = name.slice(slash + 1);
  return { id: `${kind}:${key}`, kind, key, label: `the ${key}` };
}

export function link(
  from: string,
  to: string,
  firstUs: number,
  lastUs = firstUs,
  id = `${from}>${to}@${firstUs}`,
): AggregatedLink {
  const ends = { from: entity(from).id, to: entity(to).id };
  const what = { kind: 'flow', rule: 'test', basis: 'observed' } as const;
  return { id, ...ends, ...what, firstUs, lastUs, count: 1, events: [`e${firstUs}`] };
}

export function snapshotOf(
  hash: string,
  names: readonly string[],
  links: readonly AggregatedLink[],
): GraphSnapshot {
  const entities = names.map(entity);
  return { hash: `sha256:${hash}`, detail: 'instances-by-hour', truncated: false, entities, links };
}

/** Known times of the contract: the n-th second of 2026. */
export function savedAt(second: number, position: Readonly<Record<string, number>> = {}): GraphSave {
  return { knownAtUs: knownAt(second), position };
}
export function knownAt(second: number): number {
  return 1_767_225_600_000_000 + second * 1_000_000;
}

// (build/run) -[10]-> (artifact/signer) -[20]-> (token/a) -[30]-> (request/x), and a way that time forbids: (host/h) -[70]-> (artifact/signer).
const names = ['build/run', 'artifact/signer', 'token/a', 'token/b', 'request/x', 'host/h', 'host/50%_h'];
export const sampleSnapshot: GraphSnapshot = snapshotOf('one', names, [
  link('build/run', 'artifact/signer', 10),
  link('artifact/signer', 'token/a', 20),
  link('artifact/signer', 'token/b', 15, 60),
  link('token/a', 'request/x', 30),
  link('token/b', 'request/x', 40),
  link('host/h', 'artifact/signer', 70),
  link('request/x', 'host/h', 35),
]);

/** A question without bounds on time. */
export const anyTime = { asOfUs: null, knownAtUs: null, limit: 100, depthMax: 10 } as const;
