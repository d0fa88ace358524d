import { crashDefects, type CrashDefect, isRace, peerWords, type PlacedCrash } from '@faultline/crash';
import { crashRequests, type EventIndex, routeAccess, routeKey, type Unknown } from '@faultline/model';

/** Defects and gaps that one answer lists; the crash itself lists all of its own. */
const defectsMax = 5;
const gapsMax = 3;

/** What the dumps and the access logs cannot tell, and what would have told it. */
export function crashUnknowns(index: EventIndex): readonly Unknown[] {
  const { defects, placeless } = index.memo(crashDefects);
  const confirmed = defects.filter(({ issue }) => issue.confirmed).slice(0, defectsMax);
  return [
    ...confirmed.flatMap((defect) => [...dumpGaps(defect), ...requestGaps(defect, index)]),
    ...unproven([...defects.flatMap(({ crashes }) => crashes), ...placeless]),
  ];
}

function dumpGaps({ entity, crashes }: CrashDefect): readonly Unknown[] {
  const last = crashes.findLast(({ event }) => event.crash.confirmed);
  if (last === undefined) return [];
  const { crash } = last.event;
  const party: Unknown[] =
    isRace(crash.kind) && crash.peer.certainty !== 'certain'
      ? [
          {
            what: `the other party of the race (${entity.label})`,
            why: peerWords(crash),
            effect: 'the defect is certain, the pair of places is not: look at every place that uses the map',
          },
        ]
      : [];
  const gaps = crash.cannotTell.slice(0, gapsMax).map(({ what, wouldTell }) => ({
    what: `${what} (${entity.label})`,
    why: 'the dump does not say',
    effect: `would have told: ${wouldTell}`,
  }));
  return [...party, ...gaps];
}

function requestGaps({ entity, crashes }: CrashDefect, index: EventIndex): readonly Unknown[] {
  const last = crashes.findLast(({ event }) => event.crash.confirmed);
  const requests = last === undefined ? undefined : index.memo(crashRequests).get(last.event.id);
  if (requests === undefined) return [];
  const what = `which request was being served (${entity.label})`;
  if (requests.requests.length === 0)
    return [
      {
        what,
        why: 'no access record of the service lies within a second of the crash',
        effect:
          'how the code was reached is not known; add the access log of the service or of the proxy before it',
      },
    ];
  const access = index.memo(routeAccess);
  const unsure = requests.requests.filter(
    (request) => (access.get(routeKey(request))?.access ?? 'unknown') === 'unknown',
  );
  return [
    ...(requests.byHandler
      ? []
      : [
          {
            what,
            why: `${requests.inFlight} were served in that second, and no function on the stack has the name of a path${requests.served === false ? '; the stack shows no server either' : ''}`,
            effect:
              'all of them are drawn as candidates, nearest first; a trace id in the log of the service would have told',
          },
        ]),
    ...(unsure.length === 0
      ? []
      : [
          {
            what: `whether ${routeKey(unsure[0] ?? requests.requests[0]!)} is reachable without authentication`,
            why: 'the access log shows no requests that were refused or let in for their token',
            effect: 'who could provoke the crash is not known',
          },
        ]),
  ];
}

function unproven(crashes: readonly PlacedCrash[]): readonly Unknown[] {
  const claims = crashes.filter(({ event }) => !event.crash.confirmed);
  const [first] = claims;
  if (first === undefined) return [];
  const { event } = first;
  return [
    {
      what: `${claims.length} text${claims.length === 1 ? '' : 's'} that look${claims.length === 1 ? 's' : ''} like a crash of a Go program`,
      why: `not confirmed: ${event.crash.unconfirmedReason ?? 'nothing in it is only the runtime’s'} (${event.record.path}, line ${event.record.line})`,
      effect:
        'it accuses nobody; the exit code of the process (2 or 134) or its whole standard error would have told',
    },
  ];
}
