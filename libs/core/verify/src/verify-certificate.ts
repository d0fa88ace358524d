import { certificateSchema, type Certificate, type Sha256 } from '@faultline/model';
import {
  certificateGraph,
  entitiesOf,
  graphFault,
  pathFault,
  pathSurvives,
  type CertificateGraph,
} from './certificate-graph.js';
import { entityIdFault } from './entity-id-fault.js';
import { leastHittingCost } from './least-hitting-cost.js';
import { readDocument } from './read-document.js';
import {
  check,
  quoted,
  reportOf,
  sameCost,
  tooLarge,
  type Check,
  type VerificationReport,
} from './verification-report.js';

export interface VerifyOptions {
  /** When given, entity ids are recomputed from kind and key. */
  readonly sha256?: Sha256;
}

/**
 * Checks a `faultline.certificate/1` document by the five rules of the contract. Takes anything, throws never. Shares no code with the
 * solver: a fault there cannot hide here.
 */
export function verifyCertificate(document: unknown, options: VerifyOptions = {}): VerificationReport {
  const read = readDocument(certificateSchema, document);
  if (read.kind === 'fault') return reportOf([check('schema', read.fault, '')]);
  return reportOf(
    [check('schema', null, 'faultline.certificate/1'), ...certificateChecks(read.value, options)],
    [
      'that entities, links, origins, impacts and costs are those of the raw records',
      ...(options.sha256 === undefined ? ['entity ids, for want of a hash function'] : []),
    ],
  );
}

/** The checks of a certificate that has the right shape. */
export function certificateChecks(certificate: Certificate, options: VerifyOptions): Check[] {
  const graph = certificateGraph(certificate);
  const fault = graphFault(certificate, graph);
  const size = `${graph.entities.size} entities, ${graph.links.size} links, in one order of time`;
  const checks = [check('graph', fault, size)];
  if (options.sha256 !== undefined) checks.push(entityIdCheck(certificate, options.sha256));
  // Claims about a graph that is not one would only confuse.
  if (fault !== null) return checks;
  return [
    ...checks,
    ...(certificate.cost === null ? uncuttableChecks(certificate, graph) : cutChecks(certificate, graph)),
  ];
}

function entityIdCheck(certificate: Certificate, sha256: Sha256): Check {
  for (const entity of certificate.entities) {
    const fault = entityIdFault(entity, sha256);
    if (fault !== null) return check('entity ids', fault, '');
  }
  return check('entity ids', null, 'every id follows from kind and key');
}

function cutChecks(certificate: Certificate, graph: CertificateGraph): Check[] {
  return [
    check(
      'removed',
      removedFault(certificate, graph),
      `${certificate.removed.length} entities, each removable`,
    ),
    check(
      'no path survives',
      pathSurvives(graph, new Set(certificate.removed))
        ? 'a path from an origin to an impact survives'
        : null,
      'without the removed entities no path leads from an origin to an impact',
    ),
    check('every removal is needed', putBackFault(certificate, graph), 'each put back alone opens its path'),
    check('cost', costFault(certificate, graph), `the removed entities cost ${certificate.cost}`),
    check(
      'lower bound',
      lowerBoundFault(certificate, graph),
      `no set of entities meets ${certificate.lowerBoundPaths.length} given paths for less than ${certificate.lowerBound}`,
    ),
    check(
      'optimal',
      optimalFault(certificate),
      certificate.optimal ? 'cost equals lower bound' : 'cost and lower bound differ, not claimed optimal',
    ),
  ];
}

function removedFault(certificate: Certificate, graph: CertificateGraph): string | null {
  if (new Set(certificate.removed).size !== certificate.removed.length) return 'an entity is removed twice';
  for (const id of certificate.removed) {
    const entity = graph.entities.get(id);
    if (entity === undefined) return `removed entity ${quoted(id)} is not listed`;
    if (entity.cost === null) return `removed entity ${quoted(id)} cannot be removed`;
  }
  return certificate.uncuttablePath === undefined
    ? null
    : 'a cut is given together with a path that cannot be cut';
}

function putBackFault(certificate: Certificate, graph: CertificateGraph): string | null {
  const removed = new Set(certificate.removed);
  const shown = new Set<string>();
  for (const { entity, path } of certificate.putBack) {
    if (!removed.has(entity)) return `${quoted(entity)} is put back but was not removed`;
    if (shown.has(entity)) return `${quoted(entity)} is put back twice`;
    shown.add(entity);
    const fault = pathFault(graph, path);
    if (fault !== null) return `the path of ${quoted(entity)} is none: ${fault}`;
    const met = [...entitiesOf(graph, path)].filter((id) => removed.has(id));
    if (met.length !== 1 || met[0] !== entity)
      return `the path of ${quoted(entity)} must meet it and no other removed entity`;
  }
  const missing = certificate.removed.find((id) => !shown.has(id));
  return missing === undefined ? null : `no path shows that ${quoted(missing)} is needed`;
}

function costFault(certificate: Certificate, graph: CertificateGraph): string | null {
  const sum = certificate.removed.reduce((total, id) => total + (graph.entities.get(id)?.cost ?? NaN), 0);
  return sameCost(sum, certificate.cost ?? NaN)
    ? null
    : `the removed entities cost ${sum}, not ${certificate.cost}`;
}

function lowerBoundFault(certificate: Certificate, graph: CertificateGraph): string | null {
  const sets: ReadonlySet<string>[] = [];
  for (const path of certificate.lowerBoundPaths) {
    const fault = pathFault(graph, path);
    if (fault !== null) return `a path of the lower bound is none: ${fault}`;
    sets.push(new Set([...entitiesOf(graph, path)].filter((id) => graph.entities.get(id)!.cost !== null)));
  }
  if (certificate.lowerBound === null) return 'there is a cut, but no lower bound';
  const { cost } = leastHittingCost(sets, (id) => graph.entities.get(id)!.cost!);
  if (cost === null) return tooLarge(`a lower bound of ${sets.length} paths`);
  return sameCost(cost, certificate.lowerBound)
    ? null
    : `the given paths force ${cost}, not ${certificate.lowerBound}`;
}

function optimalFault({ cost, lowerBound, optimal }: Certificate): string | null {
  const equal = cost !== null && lowerBound !== null && sameCost(cost, lowerBound);
  return equal === optimal
    ? null
    : `optimal is ${optimal}, but cost is ${cost} and lower bound ${lowerBound}`;
}

function uncuttableChecks(certificate: Certificate, graph: CertificateGraph): Check[] {
  const { removed, lowerBound, optimal, uncuttablePath } = certificate;
  const claims = removed.length > 0 || lowerBound !== null || optimal;
  return [
    check(
      'no cut claimed',
      claims ? 'cost is null, but a removed set, a bound or optimality is claimed' : null,
      'nothing is removed',
    ),
    check(
      'uncuttable path',
      uncuttableFault(graph, uncuttablePath),
      'a path leads through entities that cannot be removed',
    ),
  ];
}

function uncuttableFault(graph: CertificateGraph, path: readonly string[] | undefined): string | null {
  if (path === undefined) return 'cost is null, but no path shows why';
  const fault = pathFault(graph, path);
  if (fault !== null) return `it is no path: ${fault}`;
  const removable = [...entitiesOf(graph, path)].find((id) => graph.entities.get(id)!.cost !== null);
  return removable === undefined ? null : `${quoted(removable)} on it can be removed`;
}
