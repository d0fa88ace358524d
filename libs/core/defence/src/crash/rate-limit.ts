/** Requests a second that stay possible: enough to serve people, too few to hit a window of microseconds at will. */
const perSecond = 2;
const burst = 5;
const segment = /^(?:[A-Za-z0-9._~-]{1,64}|\{id\})$/;

export interface RateLimit {
  readonly nginx: string;
  readonly envoy: string;
  readonly rollback: string;
}

/**
 * Limits one route so that its handler runs once at a time, as an interim control until the defect is mended. Null where the route holds
 * anything but plain path segments: it comes from a log that an attacker can write, and goes into a configuration.
 *
 * It does not stop goroutines that a handler leaves behind, other routes that use the same map, or jobs within the service.
 */
export function rateLimit(route: string, name: string): RateLimit | null {
  const path = route.slice(route.indexOf(' ') + 1);
  const segments = path.split('/').slice(1);
  if (!path.startsWith('/') || segments.some((part) => part !== '' && !segment.test(part))) return null;
  const pattern = `^/${segments.map(patternOf).join('/')}$`;
  const zone = `faultline_${name}`;
  return {
    nginx: nginxOf(pattern, zone, route),
    envoy: envoyOf(pattern, zone, route),
    rollback: rollbackOf(zone, route),
  };
}

function patternOf(part: string): string {
  return part === '{id}' ? '[^/]+' : part.replaceAll('.', '\\.');
}

function nginxOf(pattern: string, zone: string, route: string): string {
  return `# Interim control: ${route}, one at a time. Copy proxy_pass and what else the route needs into the location.
# In http { }:
limit_req_zone $server_name zone=${zone}_rate:1m rate=${perSecond}r/s;
limit_conn_zone $server_name zone=${zone}_once:1m;
# In server { }, before other locations of the same path:
location ~ ${pattern} {
    limit_req zone=${zone}_rate burst=${burst};
    limit_conn ${zone}_once 1;
    limit_req_status 429;
    limit_conn_status 429;
}
`;
}

function envoyOf(pattern: string, zone: string, route: string): string {
  return `# Interim control: ${route}. A route entry, before others of the same path; it needs the filter envoy.filters.http.local_ratelimit.
match:
  safe_regex: { regex: '${pattern}' }
route: { cluster: THE_CLUSTER_OF_THE_SERVICE }
typed_per_filter_config:
  envoy.filters.http.local_ratelimit:
    '@type': type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit
    stat_prefix: ${zone}
    token_bucket: { max_tokens: ${burst}, tokens_per_fill: ${perSecond}, fill_interval: 1s }
    filter_enabled: { default_value: { numerator: 100, denominator: HUNDRED } }
    filter_enforced: { default_value: { numerator: 100, denominator: HUNDRED } }
`;
}

function rollbackOf(zone: string, route: string): string {
  return `Roll back the limit of ${route}: remove the location (nginx) or the route entry (Envoy) that names ${zone}, check the configuration
(nginx -t, envoy --mode validate), reload. Nothing else was changed and nothing is stored. Do so when the defect is mended.

How to check that it holds: two requests of the route at once; one of them is answered 429.

It does not stop goroutines that a handler leaves behind, other routes that use the same map, or jobs within the service. D3FEND has no
technique that counters T1499.004, so none is named.
`;
}
