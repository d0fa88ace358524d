import { detectImpacts } from '@faultline/detect';
import { accessKeyEntity, type EventIndex } from '@faultline/model';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';

/** A key bound to an instance used as no software on it would. */
const ratio = 60;

/**
 * C1, instance credential in other hands: the key belongs to an instance profile, its use to a person. How it left the instance (a request to
 * the metadata service) leaves no CloudTrail record, so the earliest entity that can be named is the key.
 */
export const instanceCredential: EvidenceTest = {
  family: 'cloud',
  id: 'C1',
  run({ index }) {
    const misuse = index.memo(misusedKeys);
    return {
      found: misuse.map(({ key, event, why }) => ({
        entity: accessKeyEntity(key),
        evidence: {
          family: 'cloud',
          test: 'C1',
          status: 'SIGNIFICANT' as const,
          p: null,
          e: ratio,
          n: 1,
          events: namedEvents([event]),
          reason: why,
        },
      })),
      unknowns:
        misuse.length === 0
          ? []
          : [
              {
                what: 'how the credentials left the instance',
                why: 'requests to the instance metadata service leave no CloudTrail record',
                effect:
                  'the entry point (for instance a proxy or a web application on the instance) is not named; look at the access log of what listens there',
              },
            ],
    };
  },
};

function misusedKeys(index: EventIndex): readonly { key: string; event: string; why: string }[] {
  return index
    .memo(detectImpacts)
    .filter((impact) => impact.detection === 'instance-credential-misused' && impact.by !== null)
    .map((impact) => ({ key: impact.by?.key ?? '', event: impact.event, why: impact.why }));
}
