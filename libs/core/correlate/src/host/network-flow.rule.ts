import { domainEntity, ipEntity, processEntity, type NamedEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Process)-[:CONNECTED_TO]->(:Ip)    (:Ip)-[:ANSWERED]->(:Process)
// A connection carries bytes both ways; loopback and unspecified addresses are the host talking to itself.
export const networkFlow: LinkingRule = {
  id: 'host.network-flow',
  draws: '(:Process)-[:CONNECTED_TO]->(:Ip), (:Ip)-[:ANSWERED]->(:Process)',
  link(index, emit) {
    for (const event of index.of('network.flow')) {
      if (event.process === null) continue;
      const process = processEntity(event.host, event.process);
      const remote = event.initiated ? event.destinationIp : event.sourceIp;
      if (isLocal(remote)) continue;
      const draw = (from: NamedEntity, to: NamedEntity, kind: string, seq: number) =>
        emit({ from, to, atUs: event.atUs, seq, kind, rule: this.id, basis: 'observed', events: [event.id], bytes: null });
      draw(process, ipEntity(remote), 'connected-to', 0);
      draw(ipEntity(remote), process, 'answered', 1);
      if (event.destinationDomain !== null && event.initiated) draw(domainEntity(event.destinationDomain), ipEntity(remote), 'resolved-to', 0);
    }
  },
};

function isLocal(ip: string): boolean {
  return ip.startsWith('127.') || ip === '::1' || ip === '0.0.0.0' || ip === '::' || ip.startsWith('fe80:') || ip.startsWith('ff02:');
}
