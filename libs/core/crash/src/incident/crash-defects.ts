import {
  crashRequests,
  defectEntity,
  type EventIndex,
  type EventOf,
  type NamedEntity,
} from '@faultline/model';
import { fuse, type CrashIssue } from '../fuse/fuse.js';
import { type CrashedPlace, placeOfCrash } from './place-of-crash.js';
import { racingSites, type RacingSite } from './racing-sites.js';

/** A crash event with what the graph says of it. */
export interface PlacedCrash {
  readonly event: EventOf<'crash'>;
  readonly sites: readonly RacingSite[];
  /** What went down; null where nothing did (a report of the race detector alone), or no record names it. */
  readonly place: CrashedPlace | null;
}

/** One bug with all its crashes, the earliest first. */
export interface CrashDefect {
  readonly entity: NamedEntity;
  readonly issue: CrashIssue;
  readonly crashes: readonly PlacedCrash[];
}

export interface CrashDefects {
  /** In order of the defect's key. */
  readonly defects: readonly CrashDefect[];
  /** Crashes whose text shows no place in the code: each is alone, and no defect is named. */
  readonly placeless: readonly PlacedCrash[];
}

/** The defects behind all crash events: a table for `index.memo`. Cost: about linear in the crashes, their frames and the requests near them. */
export function crashDefects(index: EventIndex): CrashDefects {
  const events = index.of('crash');
  if (events.length === 0) return { defects: [], placeless: [] };
  const requests = index.memo(crashRequests);
  const placed = (event: EventOf<'crash'>, issue: CrashIssue | null): PlacedCrash => ({
    event,
    sites: racingSites(event, issue),
    place: placeOfCrash(event, requests.get(event.id)),
  });
  const withPlace = events.filter(({ crash }) => crash.crashing !== null);
  const issueOf = issuesBySignature(withPlace);
  const groups = new Map<CrashIssue, PlacedCrash[]>();
  for (const event of withPlace) {
    const issue = issueOf.get(event.crash.signature);
    if (issue === undefined) continue;
    const known = groups.get(issue);
    if (known === undefined) groups.set(issue, [placed(event, issue)]);
    else known.push(placed(event, issue));
  }
  const defects = [...groups].map(([issue, crashes]) => ({
    entity: entityOf(issue, crashes),
    issue,
    crashes,
  }));
  return {
    defects: defects.sort((a, b) => (a.entity.key < b.entity.key ? -1 : 1)),
    placeless: events.filter(({ crash }) => crash.crashing === null).map((event) => placed(event, null)),
  };
}

function issuesBySignature(events: readonly EventOf<'crash'>[]): ReadonlyMap<string, CrashIssue> {
  const issues = fuse(events.map(({ crash, atUs }) => ({ crash, atUs })));
  const bySignature = new Map<string, CrashIssue>();
  for (const issue of issues)
    for (const signature of issue.signatures)
      if (!bySignature.has(signature)) bySignature.set(signature, issue);
  return bySignature;
}

function entityOf(issue: CrashIssue, crashes: readonly PlacedCrash[]): NamedEntity {
  const first = crashes.find(({ event }) => event.crash.signature === issue.signature) ?? crashes[0];
  return defectEntity(issue.signature, first?.event.crash.crashing?.function ?? 'unknown function');
}
