import type { EventIndex } from '../event-index.js';

/**
 * Whether a deployment to an environment changes the service that the records show at work. Access records name the environment that they come from; a
 * deployment to another one (staging, canary of a sister cluster) is other code on other machines. Unknown on either side: it may.
 */
export function environmentView(index: EventIndex): (service: string, environment: string | null) => boolean {
  const observed = new Map<string, Set<string>>();
  for (const kind of ['token.use', 'http.access'] as const) {
    for (const event of index.of(kind)) {
      if (event.environment === null) continue;
      const known = observed.get(event.service);
      if (known === undefined) observed.set(event.service, new Set([event.environment]));
      else known.add(event.environment);
    }
  }
  return (service, environment) => {
    const known = observed.get(service);
    return environment === null || known === undefined || known.has(environment);
  };
}
