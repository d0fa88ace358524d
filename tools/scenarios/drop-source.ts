import type { Event, EventKind } from '@faultline/model';

/** A source that a company may lack. `telling`: what an answer must say about the loss, in `what` of an unknown. */
export interface DroppableSource {
  readonly name: string;
  readonly kinds: ReadonlySet<EventKind>;
  readonly telling: RegExp;
}

/** Sources of the forged-token stories, by the events that they yield. */
export const droppableSources: readonly DroppableSource[] = [
  { name: 'issuance ledger', kinds: new Set(['token.issue', 'auth.event']), telling: /ledger/ },
  { name: 'token use', kinds: new Set(['token.use', 'http.access']), telling: /token use|access/ },
  {
    name: 'CI events',
    kinds: new Set(['vcs.push', 'cicd.run', 'cicd.job']),
    telling: /CI events|push events|commit → build run/,
  },
  { name: 'job logs', kinds: new Set(['cicd.log']), telling: /job log/ },
  { name: 'deployments', kinds: new Set(['cicd.deployment', 'cicd.artifact']), telling: /deployment/ },
  { name: 'change tickets', kinds: new Set(['change']), telling: /change tickets/ },
];

/** The same records as if the source had never been collected. */
export function withoutSource(events: readonly Event[], source: DroppableSource): readonly Event[] {
  return events.filter((event) => !source.kinds.has(event.kind));
}
