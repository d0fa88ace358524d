import { processEntity, type EventIndex } from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

// winnt.h. Writing memory or making a thread is control over the target; querying it is not.
const createThread = 0x0002;
const vmWrite = 0x0020;
const setInformation = 0x0200;

/** A creator opens its child with all rights; that flow is already `started`. */
const creationUs = 2_000_000;

// (:Process)-[:COULD_CONTROL]->(:Process)     write memory, create thread
// (:Process)-[:INJECTED_INTO]->(:Process)     remote thread seen
export const processControlled: LinkingRule = {
  id: 'host.process-controlled',
  draws: '(:Process)-[:COULD_CONTROL|INJECTED_INTO]->(:Process)',
  link(index, emit) {
    const started = index.memo(startTimes);
    const draw = (
      host: string,
      source: Parameters<typeof processEntity>[1],
      target: Parameters<typeof processEntity>[1],
    ) => ({
      from: processEntity(host, source),
      to: processEntity(host, target),
      seq: null,
      rule: this.id,
      bytes: null,
    });
    for (const event of index.of('process.inject')) {
      emit({
        ...draw(event.host, event.source, event.target),
        atUs: event.atUs,
        kind: 'injected-into',
        basis: 'observed',
        events: [event.id],
      });
    }
    const seen = new Set<string>();
    for (const event of index.of('process.access')) {
      if (
        (event.grantedAccess & vmWrite) === 0 ||
        (event.grantedAccess & (createThread | setInformation)) === 0
      )
        continue;
      const targetStart = started.get(`${event.host}/${event.target.key}`);
      if (targetStart !== undefined && Math.abs(event.atUs - targetStart) <= creationUs) continue;
      const pair = `${event.host}/${event.source.key}>${event.target.key}`;
      // The first access suffices for "could control from then on"; thousands of repeats would say the same.
      if (seen.has(pair)) continue;
      seen.add(pair);
      emit({
        ...draw(event.host, event.source, event.target),
        atUs: event.atUs,
        kind: 'could-control',
        basis: 'inferred',
        events: [event.id],
      });
    }
  },
};

function startTimes(index: EventIndex): ReadonlyMap<string, number> {
  return new Map(
    index.of('process.start').map((event) => [`${event.host}/${event.process.key}`, event.atUs]),
  );
}
