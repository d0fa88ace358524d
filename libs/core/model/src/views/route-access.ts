import type { EventIndex } from '../event-index.js';
import type { RequestEvent } from './crash-requests.js';
import { routeOf } from './route-of.js';

/** Who may ask for a route, as far as its requests show. */
export interface RouteAccess {
  readonly route: string;
  readonly service: string;
  /**
   * `open`: requests without a token succeeded, in a log that shows tokens; `guarded`: such requests were refused and none succeeded;
   * `unknown`: the log does not show tokens, or nobody came without one.
   */
  readonly access: 'open' | 'guarded' | 'unknown';
  /** The requests that show it, the earliest first, at most 20. */
  readonly events: readonly string[];
}

interface Tally {
  readonly service: string;
  readonly route: string;
  readonly passed: string[];
  readonly refused: string[];
}

const eventsMax = 20;

/** The access of every route of services that crashed, by `routeKey`. Cost: one pass over the requests; nothing where nothing crashed. */
export function routeAccess(index: EventIndex): ReadonlyMap<string, RouteAccess> {
  if (index.of('crash').length === 0) return new Map();
  const showsTokens = new Set(index.of('token.use').map(({ service }) => service));
  const tallies = new Map<string, Tally>();
  for (const request of index.of('http.access')) {
    const tally = tallyOf(tallies, request);
    const list = passes(request) ? tally.passed : isRefused(request) ? tally.refused : null;
    if (list !== null && list.length < eventsMax) list.push(request.id);
  }
  return new Map([...tallies].map(([key, tally]) => [key, accessOf(tally, showsTokens)]));
}

export function routeKey(request: RequestEvent): string {
  return `${request.service} ${routeOf(request)}`;
}

function tallyOf(tallies: Map<string, Tally>, request: RequestEvent): Tally {
  const key = routeKey(request);
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const tally: Tally = { service: request.service, route: routeOf(request), passed: [], refused: [] };
  tallies.set(key, tally);
  return tally;
}

function accessOf({ service, route, passed, refused }: Tally, showsTokens: ReadonlySet<string>): RouteAccess {
  // Where no request of a service shows a token, a missing one says nothing: unless some were refused for it.
  const tells = showsTokens.has(service) || refused.length > 0;
  if (passed.length > 0 && tells) return { service, route, access: 'open', events: passed };
  if (passed.length === 0 && refused.length > 0)
    return { service, route, access: 'guarded', events: refused };
  return { service, route, access: 'unknown', events: [] };
}

function passes({ status }: RequestEvent): boolean {
  return status !== null && status >= 200 && status < 300;
}

function isRefused({ status }: RequestEvent): boolean {
  return status === 401 || status === 403;
}
