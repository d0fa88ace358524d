import { crashDefects, type PlacedCrash } from '@faultline/crash';
import { crashEntity, crashRequests, type NamedEntity, requestEntity } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// (:Request)-[:ENTERED]->(:CodeSite|Crash)
// The requests that the service may have been serving in the second before; to the crash itself where no site is known.
export const requestEntered: LinkingRule = {
  id: 'crash.request-entered',
  draws: '(:Request)-[:ENTERED]->(:CodeSite|Crash)',
  link(index, emit) {
    const requestsOf = index.memo(crashRequests);
    const { defects, placeless } = index.memo(crashDefects);
    for (const crash of [...defects.flatMap(({ crashes }) => crashes), ...placeless]) {
      const { event } = crash;
      // A text that anybody may have written tells nothing of what was served.
      if (!event.crash.confirmed) continue;
      for (const request of requestsOf.get(event.id)?.requests ?? [])
        emit({
          from: requestEntity(request),
          to: enteredBy(crash),
          // A proxy writes the line of a broken request a moment later, but the request came first.
          atUs: event.atUs,
          seq: 0,
          kind: 'entered',
          rule: this.id,
          basis: 'inferred',
          events: [request.id, event.id],
          bytes: null,
        });
    }
  },
};

function enteredBy({ event, sites }: PlacedCrash): NamedEntity {
  return sites[0]?.entity ?? crashEntity(event);
}
