import {
  canonicalIp,
  domainEntity,
  type EventIndex,
  flowEntity,
  ipEntity,
  type NamedEntity,
  partitionPoint,
  processEntity,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Process)-[:OPENED]->(:Flow)-[:ACCEPTED_BY]->(:Process)    both ends seen: one host's connection is the other's
// (:Ip)-[:ANSWERED]->(:Process)    (:Ip)-[:CONNECTED_TO]->(:Process)    (:Domain)-[:RESOLVED_TO]->(:Ip)
// What a process sends goes to its own connection, not to the address: an address that everybody talks to (a name server, a domain
// controller) would join every process with every other. Loopback and unspecified addresses are the host talking to itself.
export const networkFlow: LinkingRule = {
  id: 'host.network-flow',
  draws:
    '(:Process)-[:OPENED]->(:Flow)-[:ACCEPTED_BY]->(:Process), (:Ip)-[:ANSWERED|CONNECTED_TO]->(:Process), (:Domain)-[:RESOLVED_TO]->(:Ip)',
  link(index, emit) {
    const opened = index.memo(openings);
    for (const event of index.of('network.flow')) {
      if (event.process === null) continue;
      const process = processEntity(event.host, event.process);
      const remote = event.initiated ? event.destinationIp : event.sourceIp;
      if (isLocal(remote)) continue;
      const flow = flowEntity(event);
      const draw = (from: NamedEntity, to: NamedEntity, kind: string, seq: number, atUs = event.atUs) =>
        emit({
          from,
          to,
          atUs,
          seq,
          kind,
          rule: this.id,
          basis: 'observed',
          events: [event.id],
          bytes: null,
        });
      if (event.initiated) {
        if (event.destinationDomain !== null)
          draw(domainEntity(event.destinationDomain), ipEntity(remote), 'resolved-to', 0);
        draw(process, flow, 'opened', 1);
        draw(ipEntity(remote), process, 'answered', 1);
      } else {
        draw(flow, process, 'accepted-by', 2, acceptedUs(opened.get(flow.key) ?? [], event.atUs));
        draw(ipEntity(remote), process, 'connected-to', 2);
      }
    }
  },
};

/** Clocks of two hosts of one domain differ by less. */
const skewUs = 2_000_000;

/** A connection is accepted after it was opened, whatever the clock of the accepting host says. */
function acceptedUs(openedUs: readonly number[], atUs: number): number {
  const place = partitionPoint(openedUs, (time) => time < atUs - skewUs);
  const opening = openedUs[place] ?? atUs;
  return opening - atUs <= skewUs ? Math.max(opening, atUs) : atUs;
}

/** When each connection was opened, by its two ends, sorted: a port comes back. */
function openings(index: EventIndex): ReadonlyMap<string, readonly number[]> {
  const times = new Map<string, number[]>();
  for (const event of index.of('network.flow')) {
    if (!event.initiated || event.process === null) continue;
    const { key } = flowEntity(event);
    const known = times.get(key);
    if (known === undefined) times.set(key, [event.atUs]);
    else known.push(event.atUs);
  }
  return times;
}

/** No address, loopback, unspecified, link-local discovery, multicast and broadcast: nobody in particular is at the other end. */
function isLocal(ip: string): boolean {
  const text = canonicalIp(ip);
  return (
    text === '' ||
    text === '-' ||
    /^(?:127|22[4-9]|23\d|255)\.|^0\.0\.0\.0$|^::1?$|^fe80:|^ff[0-9a-f]{2}:/.test(text)
  );
}
