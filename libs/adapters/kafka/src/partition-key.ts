import type { Event, EventOf } from '@faultline/model';

/** An attacker writes host names and issuers; a longer key would only cost memory. */
const keyCharactersMax = 256;

/**
 * What has to stay in order stays in one partition: the events of a host, the tokens of one signing key, one repository's delivery, one
 * relation's changes, the alerts about one place, and otherwise one dataset.
 */
export function partitionKeyOf(event: Event): string {
  return keyOf(event).slice(0, keyCharactersMax);
}

function keyOf(event: Event): string {
  switch (event.kind) {
    case 'process.start':
    case 'process.end':
    case 'process.access':
    case 'process.inject':
    case 'image.load':
    case 'file.write':
    case 'file.delete':
    case 'network.flow':
    case 'dns.query':
    case 'registry.write':
    case 'pipe':
    case 'logon':
      return hostKey(event.host);
    case 'alert':
      return alertKey(event);
    case 'crash':
      return crashKey(event);
    case 'token.use':
      return tokenKey(event);
    case 'jwks.observed':
      return `token:${event.issuer}|${event.keys[0]?.kid ?? ''}`;
    case 'token.issue':
    case 'auth.event':
      return event.realm === null ? datasetKey(event) : `realm:${event.realm}`;
    case 'http.access':
      return `service:${event.service}`;
    case 'vcs.push':
    case 'cicd.run':
    case 'cicd.job':
    case 'cicd.log':
    case 'cicd.artifact':
    case 'cicd.deployment':
    case 'cicd.provenance':
      return deliveryKey(event);
    case 'wal.change':
      return `wal:${event.dataset}|${event.schema}.${event.table}`;
    case 'wal.boundary':
    case 'wal.context':
      return `wal:${event.dataset}`;
    case 'cloud.call':
      return event.account === null ? datasetKey(event) : `cloud:${event.account}`;
    case 'other':
      return event.host === null ? datasetKey(event) : hostKey(event.host);
    case 'change':
    case 'link':
      return datasetKey(event);
  }
}

/** Host names are compared without case everywhere (`hostEntity`). */
function hostKey(host: string): string {
  return `host:${host.toLowerCase()}`;
}

function datasetKey(event: Event): string {
  return `dataset:${event.dataset}`;
}

function tokenKey(event: EventOf<'token.use'>): string {
  const { iss, kid } = event.token;
  return iss === null && kid === null ? `service:${event.service}` : `token:${iss ?? ''}|${kid ?? ''}`;
}

function alertKey(event: EventOf<'alert'>): string {
  if (event.host !== null) return hostKey(event.host);
  if (event.service !== null) return `service:${event.service}`;
  const ip = event.destinationIp ?? event.sourceIp;
  return ip === null ? datasetKey(event) : `ip:${ip}`;
}

function crashKey({ host, service, dataset }: EventOf<'crash'>): string {
  if (service !== null) return `service:${service}`;
  return host === null ? `dataset:${dataset}` : hostKey(host);
}

type Delivery = EventOf<'vcs.push'> | Extract<Event, { readonly kind: `cicd.${string}` }>;

/** Records that name no repository (CDEvents) are held together by their chain, and by the run that they come from. */
function deliveryKey(event: Delivery): string {
  if ('repository' in event && event.repository !== null) return `repository:${event.repository}`;
  if ('chainId' in event && event.chainId !== null) return `chain:${event.chainId}`;
  if ('runUrl' in event && event.runUrl !== null) return `run:${event.runUrl}`;
  return datasetKey(event);
}
