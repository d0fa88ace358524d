import { crashRequests, type EventIndex, routeAccess, routeKey, type RouteAccess } from '@faultline/model';
import { namedEvents, type EvidenceTest } from '../located-evidence.js';
import { suspectSites, type SuspectSite } from './crash-site-evidence.js';

/**
 * X4, route: whether the routes that may have been served answer without a token. It says who could provoke the crash and nothing about its cause, so
 * it carries no weight. Silent where the access log does not show tokens: that is an unknown.
 */
export const crashRoute: EvidenceTest = {
  family: 'crash',
  id: 'X4',
  run({ index }) {
    const found = index.memo(suspectSites).flatMap((suspect) => {
      const routes = knownRoutes(suspect, index);
      const open = routes.filter(({ access }) => access === 'open');
      const shown = open[0] ?? routes[0];
      if (shown === undefined) return [];
      return [
        {
          entity: suspect.entity,
          evidence: {
            family: 'crash',
            test: 'X4',
            status: open.length > 0 ? ('SIGNIFICANT' as const) : ('NOT_SIGNIFICANT' as const),
            p: null,
            e: 1,
            n: shown.events.length,
            events: namedEvents(shown.events),
            reason:
              shown.access === 'open'
                ? `${shown.route} of ${shown.service} is reachable without authentication: requests without a token succeeded`
                : `${shown.route} of ${shown.service} refused requests without a token`,
          },
        },
      ];
    });
    return { found, unknowns: [] };
  },
};

/** Routes of requests that may have been served when the site's goroutine died, as far as the log shows who may ask for them. */
function knownRoutes({ appearances }: SuspectSite, index: EventIndex): readonly RouteAccess[] {
  const access = index.memo(routeAccess);
  const requestsOf = index.memo(crashRequests);
  const keys = new Set(
    appearances.flatMap(({ crash }) => (requestsOf.get(crash.event.id)?.requests ?? []).map(routeKey)),
  );
  return [...keys].sort().flatMap((key) => {
    const route = access.get(key);
    return route === undefined || route.access === 'unknown' ? [] : [route];
  });
}
