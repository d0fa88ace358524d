import { crashDefects, patchHint, type CrashDefect, type PatchHint } from '@faultline/crash';
import type { CausalGraph } from '@faultline/graph';
import {
  crashRequests,
  routeAccess,
  routeKey,
  routeOf,
  type Control,
  type Entity,
  type EntityRef,
  type EventIndex,
  type Sha256,
} from '@faultline/model';
import { rateLimit } from './rate-limit.js';

export interface CrashControlInput {
  readonly index: EventIndex;
  readonly graph: CausalGraph;
  readonly sha256: Sha256;
  /** Ids of the events that are the impacts. */
  readonly carriers: ReadonlySet<string>;
}

/** Routes that one defect's limit covers, the nearest to its crashes first. */
const routesMax = 3;
/** A prepared team's minutes for a limit at the proxy; a change of code is costed by the table of removals. */
const limitMinutes = 10;
const changeMinutes = 240;

/**
 * Controls for the defects behind an incident's confirmed crashes: the change of the code, and until it is out a limit of the routes that
 * may have been served. PROPOSED: nothing is deployed, and neither artefact was run on a real proxy.
 */
export function crashControls(input: CrashControlInput): Control[] {
  const { defects } = input.index.memo(crashDefects);
  const concerned = defects.filter(({ crashes }) =>
    crashes.some(({ event }) => event.crash.confirmed && input.carriers.has(event.id)),
  );
  return concerned.flatMap((defect) => [...codeChange(defect, input), ...routeLimits(defect, input)]);
}

function codeChange(defect: CrashDefect, input: CrashControlInput): Control[] {
  const entity = inGraph(defect.entity, input.graph);
  const crash = defect.crashes.findLast(({ event }) => event.crash.confirmed)?.event.crash;
  const hint = crash === undefined ? null : patchHint(crash);
  if (entity === null || hint === null) return [];
  return [
    {
      id: `control:${entity.id}`,
      layer: 'application',
      engine: 'source code',
      entity,
      d3fend: ['D3-SCH'],
      attack: [],
      cost: changeMinutes,
      artefacts: [artefact(`${nameOf(defect, input)}/code-change.md`, hintText(defect, hint), input.sha256)],
      status: 'PROPOSED',
    },
  ];
}

function routeLimits(defect: CrashDefect, input: CrashControlInput): Control[] {
  const { index, sha256 } = input;
  const requestsOf = index.memo(crashRequests);
  const access = index.memo(routeAccess);
  const place = defect.crashes.findLast(({ place: found }) => found !== null)?.place ?? null;
  const entity = place === null ? null : inGraph(place.entity, input.graph);
  if (entity === null) return [];
  const routes = new Map<string, string>();
  for (const { event } of defect.crashes)
    for (const request of requestsOf.get(event.id)?.requests ?? [])
      if (routes.size < routesMax) routes.set(routeKey(request), routeOf(request));
  return [...routes].flatMap(([key, route]) => {
    const name = sha256(key).slice(0, 12);
    const limit = rateLimit(route, name);
    if (limit === null) return [];
    const folder = `rate-limit-${name}`;
    return [
      {
        id: `control:rate-limit:${name}`,
        layer: 'network',
        engine: 'nginx or Envoy',
        entity,
        d3fend: [],
        attack: access.get(key)?.access === 'open' ? ['T1499.004'] : [],
        cost: limitMinutes,
        artefacts: [
          artefact(`${folder}/nginx.conf`, limit.nginx, sha256),
          artefact(`${folder}/envoy.yaml`, limit.envoy, sha256),
          artefact(`${folder}/rollback.md`, limit.rollback, sha256),
        ],
        status: 'PROPOSED',
      },
    ];
  });
}

function artefact(path: string, text: string, sha256: Sha256): Control['artefacts'][number] {
  return { path, sha256: sha256(text), text };
}

function nameOf({ entity }: CrashDefect, { sha256 }: CrashControlInput): string {
  return `defect-${sha256(entity.key).slice(0, 12)}`;
}

function hintText({ entity, issue }: CrashDefect, { summary, steps }: PatchHint): string {
  return `# ${entity.label}

${summary} (CWE-362; ${issue.crashes} crash${issue.crashes === 1 ? '' : 'es'} on record). A hint and no patch: which lock guards the map only its author knows.

${steps.map((step) => `- ${step}`).join('\n')}

Roll back: revert the commit. How to check: run the tests of these places with -race, and the service under load.
`;
}

function inGraph({ kind, key }: EntityRef, graph: CausalGraph): Entity | null {
  const at = graph.indexOf(kind, key);
  if (at < 0) return null;
  return { id: graph.entityId(at), kind, key, label: graph.entity(at).label };
}
