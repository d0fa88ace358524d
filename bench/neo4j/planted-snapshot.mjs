import { createHash } from 'node:crypto';

const kinds = ['process', 'file', 'ip', 'session', 'token', 'request'];
const linkKinds = ['started', 'wrote', 'opened', 'was-issued', 'presented-in', 'sent', 'of-another-product'];

const digits = (text) => createHash('sha256').update(text).digest('hex').slice(0, 24);

/** The same entities and links every time, with ids and texts as long as real ones. Every tenth link ends at one of ten hubs. */
export function plantedSnapshot(entityCount, linkCount) {
  const entities = Array.from({ length: entityCount }, (_, index) => {
    const kind = kinds[index % kinds.length];
    const key = `host-${index % 50}/${index}/C:\\Windows\\System32\\cmd.exe`;
    return { id: `${kind}:${digits(key)}`, kind, key, label: `cmd.exe (${index})` };
  });
  const links = Array.from({ length: linkCount }, (_, index) => {
    const from = entities[(index * 7_919) % entityCount];
    const to = entities[index % 10 === 0 ? index % 100 : (index * 104_729 + 1) % entityCount];
    const firstUs = 1_767_000_000_000_000 + index * 1_000;
    const events = [`event:${digits(`a${index}`)}`, `event:${digits(`b${index}`)}`];
    return {
      id: `link:${digits(`${index}`)}`,
      from: from.id,
      to: to.id,
      kind: linkKinds[index % linkKinds.length],
      rule: 'host.process-started',
      basis: 'observed',
      firstUs,
      lastUs: firstUs + 500,
      count: 2,
      events,
    };
  });
  return { hash: 'sha256:planted', detail: 'instances-by-hour', truncated: false, entities, links };
}
