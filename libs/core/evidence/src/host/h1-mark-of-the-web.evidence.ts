import { fileEntity, longNames, type EventIndex } from '@faultline/model';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';

const internetZone = 3;
/** Likelihood ratio of an executed download among executed programs; far from proof, since people do run downloads. */
const ratio = 60;
const ratioUnexecuted = 10;

/**
 * H1, mark of the web: the file came from the internet zone (URLZONE_INTERNET; stream `Zone.Identifier`), and then ran. The mark is
 * written by the downloading program; its absence proves nothing (archives, copies).
 */
export const markOfTheWeb: EvidenceTest = {
  family: 'host',
  id: 'H1',
  run({ index }) {
    const executed = index.memo(executedImages);
    const longName = index.memo(longNames);
    const marked = new Map<string, LocatedEvidence>();
    for (const event of index.of('file.write')) {
      if (event.zone === null || (event.zone.id !== null && event.zone.id < internetZone)) continue;
      const entity = fileEntity(event.host, event.path, (path) => longName(event.host, path));
      if (marked.has(entity.key)) continue;
      const ran = executed.has(`${event.host}:${longName(event.host, event.path)}`);
      marked.set(entity.key, {
        entity,
        evidence: {
          family: 'host',
          test: 'H1',
          status: 'SIGNIFICANT',
          p: null,
          e: ran ? ratio : ratioUnexecuted,
          n: 1,
          events: namedEvents([event.id]),
          reason: `came from the internet zone${event.zone.hostUrl === null ? '' : ` (${event.zone.hostUrl})`}${ran ? ' and was executed' : ''}`,
        },
      });
    }
    return { found: [...marked.values()], unknowns: [] };
  },
};

/** `host:path` of every image that ran. */
export function executedImages(index: EventIndex): ReadonlySet<string> {
  const longName = index.memo(longNames);
  return new Set(
    index
      .of('process.start')
      .flatMap((event) =>
        event.process.image === null ? [] : [`${event.host}:${longName(event.host, event.process.image)}`],
      ),
  );
}
