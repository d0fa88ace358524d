import { codeSiteEntity, type CrashKind, type EventOf, type NamedEntity } from '@faultline/model';
import type { CrashIssue } from '../fuse/fuse.js';

/** A place in the code that took part in a crash. */
export interface RacingSite {
  readonly entity: NamedEntity;
  readonly function: string;
  /** `crashing`: its goroutine died; `peer`: it is the other party. */
  readonly part: 'crashing' | 'peer';
  readonly certainty: 'certain' | 'likely';
}

/** Likely peers beyond these are noise. */
const likelyMax = 3;

/** Where a crash happened: the site on top, and the other party where it is certain or likely. Hypotheses are no sites. */
export function racingSites(event: EventOf<'crash'>, issue: CrashIssue | null): readonly RacingSite[] {
  const { crashing, peer, kind } = event.crash;
  if (crashing === null) return [];
  const sites = new Map<string, RacingSite>();
  const add = (name: string, part: RacingSite['part'], certainty: RacingSite['certainty']): void => {
    const entity = codeSiteEntity(event, name);
    if (name !== '' && !sites.has(entity.key))
      sites.set(entity.key, { entity, function: name, part, certainty });
  };
  add(crashing.function, 'crashing', 'certain');
  if (!isRace(kind)) return [...sites.values()];
  if (peer.certainty === 'certain')
    for (const { function: name } of peer.candidates) add(name, 'peer', 'certain');
  if (peer.certainty === 'likely')
    for (const { function: name } of peer.candidates.slice(0, likelyMax)) add(name, 'peer', 'likely');
  const [pair] = issue?.pair ?? [];
  // Other crashes of the same defect may show what this dump does not.
  if (
    pair?.crashing.function === crashing.function &&
    (pair.certainty === 'certain' || pair.certainty === 'likely')
  )
    add(pair.peer.function, 'peer', 'likely');
  return [...sites.values()];
}

export function isRace(kind: CrashKind): boolean {
  return kind.startsWith('map_') || kind.startsWith('race_');
}
