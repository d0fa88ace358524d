import { baseName, processEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

const vmRead = 0x0010;

// (:Process)-[:READ_MEMORY_OF]->(lsass:Process)
// The edge points at what was attacked, not along the stolen bytes: it is the last step of the chain that an analyst asks about.
// Opening lsass without the right to read its memory (0x1000, 0x1400: the bulk of all accesses) draws nothing.
export const credentialMemoryRead: LinkingRule = {
  id: 'host.credential-memory-read',
  draws: '(:Process)-[:READ_MEMORY_OF]->(:Process)',
  link(index, emit) {
    for (const event of index.of('process.access')) {
      if ((event.grantedAccess & vmRead) === 0 || event.target.image === null) continue;
      if (baseName(event.target.image).toLowerCase() !== 'lsass.exe') continue;
      emit({
        from: processEntity(event.host, event.source),
        to: processEntity(event.host, event.target),
        atUs: event.atUs,
        seq: null,
        kind: 'read-memory-of',
        rule: this.id,
        basis: 'observed',
        events: [event.id],
        bytes: null,
      });
    }
  },
};
