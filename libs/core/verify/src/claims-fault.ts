import type { Incident, RootCause } from '@faultline/model';
import type { CertificateGraph } from './certificate-graph.js';
import { linksOnPaths } from './links-on-paths.js';
import { quoted } from './verification-report.js';

/** From here on the origin is accused, whatever the verdict says of conflicts. */
const accusedPosterior = 0.5;

/** Is the harm that the certificate speaks of the harm that the incident names? */
export function impactsFault({ impacts, certificate }: Incident, graph: CertificateGraph): string | null {
  const named = new Set(impacts.map(({ entity }) => entity.id));
  for (const id of named) {
    if (!graph.impacts.has(id)) return `the certificate does not know the impact ${quoted(id)}`;
  }
  for (const id of graph.impacts.keys()) {
    if (!named.has(id)) return `the certificate has the impact ${quoted(id)} that the incident does not name`;
    if (!graph.entities.has(id)) return `impact ${quoted(id)} is not an entity of the certificate`;
  }
  // Only an impact to which nothing led has no record.
  const unreached = new Set(certificate.impacts.filter(({ seq }) => seq < 0).map(({ entity }) => entity));
  const bare = impacts.find(({ entity, event }) => event === null && !unreached.has(entity.id));
  return bare === undefined ? null : `impact ${quoted(bare.entity.id)} names no event`;
}

/** Does the certificate cut off the origin that the incident accuses, and does it cut anything where the incident shows a path? */
export function originsFault(incident: Incident, graph: CertificateGraph): string | null {
  const onPath = linksOnPaths(graph.inOrder, graph.origins, graph.impacts);
  const proven = new Set(onPath);
  const idle = graph.inOrder.find((link) => !proven.has(link));
  if (idle !== undefined) return `link ${quoted(idle.id)} lies on no path from an origin to an impact`;
  const starts = new Set(onPath.map(({ from }) => from));
  for (const origin of graph.origins) {
    if (!starts.has(origin)) return `origin ${quoted(origin)} starts no path to an impact in the certificate`;
  }
  const [root] = incident.rootCauses;
  const isShown = root !== undefined && chainLeads(incident, root.entity.id, graph);
  if (graph.inOrder.length === 0) {
    // How an origin came to be is told of the origins of paths only.
    if (incident.chain.links.length > 0) return 'the chain has links, but the certificate has none';
    if (claimsBreakpoints(incident)) return 'breakpoints are claimed, but the certificate has no links';
  }
  if (root === undefined || !isAccused(root) || graph.origins.has(root.entity.id)) return null;
  // What was harmed may itself be where it started: then there is no path, unless the chain shows one.
  if (graph.impacts.has(root.entity.id) && !isShown) return null;
  return `the first root cause ${quoted(root.entity.id)} is ${root.verdict}, but no origin of the certificate`;
}

function isAccused({ verdict, posterior }: RootCause): boolean {
  return verdict !== 'INSUFFICIENT' && (verdict !== 'CONFLICT' || posterior >= accusedPosterior);
}

function claimsBreakpoints({ breakpoints: { single, set, mass } }: Incident): boolean {
  return single.length > 0 || set.entities.length > 0 || mass.some(({ entities }) => entities.length > 0);
}

function chainLeads({ chain }: Incident, root: string, graph: CertificateGraph): boolean {
  const inOrder = [...chain.links].sort((a, b) => a.seq - b.seq);
  return linksOnPaths(inOrder, [root], graph.impacts).length > 0;
}
