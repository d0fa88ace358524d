import { fileEntity, longNames } from '@faultline/model';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';

const ratio = 10;

/**
 * F2, untrusted source: the download went over plain HTTP or from a bare address, so no certificate and no name vouches for what was sent. The
 * evidence is about the file: the address that served it may itself be a victim.
 */
export const untrustedSource: EvidenceTest = {
  family: 'flow',
  id: 'F2',
  run({ index }) {
    const longName = index.memo(longNames);
    const found = new Map<string, LocatedEvidence>();
    for (const event of index.of('file.write')) {
      const url = event.zone?.hostUrl;
      if (url === null || url === undefined) continue;
      const bare = /^[a-z]+:\/\/(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\])(?::\d+)?(?:\/|$)/i.test(url);
      const plain = /^(?:http|ftp):/i.test(url);
      if (!bare && !plain) continue;
      const entity = fileEntity(event.host, event.path, (path) => longName(event.host, path));
      if (found.has(entity.key)) continue;
      found.set(entity.key, {
        entity,
        evidence: {
          family: 'flow',
          test: 'F2',
          status: 'SIGNIFICANT',
          p: null,
          e: bare && plain ? ratio : ratio / 2,
          n: 1,
          events: namedEvents([event.id]),
          reason: `fetched ${plain ? 'without encryption' : ''}${plain && bare ? ' ' : ''}${bare ? 'from a bare address' : ''}`,
        },
      });
    }
    return { found: [...found.values()], unknowns: [] };
  },
};
