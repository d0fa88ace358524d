import { analysisSchema, type Analysis, type Entity, type Incident } from '@faultline/model';
import { certificateGraph, pathSurvives, type CertificateGraph } from './certificate-graph.js';
import { chainFault } from './chain-fault.js';
import { impactsFault, originsFault } from './claims-fault.js';
import { entityIdFault } from './entity-id-fault.js';
import { readDocument } from './read-document.js';
import { verdictFault } from './verdict-fault.js';
import {
  check,
  quoted,
  reportOf,
  sameCost,
  tooLarge,
  type Check,
  type VerificationReport,
} from './verification-report.js';
import { certificateChecks, type VerifyOptions } from './verify-certificate.js';

/** Rounding of a sum of probabilities. */
const probabilitySlack = 1e-6;
/** Links that checks of breakpoints may visit for one incident: about ten seconds. */
const linksVisitedMax = 2e9;

/** What only the raw records, or the whole analysis once more, could tell. */
const analysisNotChecked = [
  '`graph.hash`, and that the graph, its events and links are those of the raw records',
  'SHA-256 and record counts of the inputs',
  'p-values and e-values of the evidence, and the posteriors, intervals and shares that follow from them',
  'costs of removal, and residual masses above 0',
  'controls, parameters, severities, titles and other words',
] as const;

/**
 * Checks a `faultline.analysis/1` document: its shape, that all it names exists, that its parts agree with each other, and every
 * certificate. It does not repeat the analysis. Takes anything, throws never.
 */
export function verifyAnalysis(document: unknown, options: VerifyOptions = {}): VerificationReport {
  const read = readDocument(analysisSchema, document);
  if (read.kind === 'fault') return reportOf([check('schema', read.fault, '')]);
  const analysis = read.value;
  const checks = [
    check('schema', null, 'faultline.analysis/1'),
    check(
      'incident ids',
      new Set(analysis.incidents.map(({ id }) => id)).size === analysis.incidents.length
        ? null
        : 'two incidents have the same id',
      `${analysis.incidents.length} incidents`,
    ),
    check('inputs', inputsFault(analysis), 'every record is an event or rejected'),
  ];
  analysis.incidents.forEach((incident, index) => {
    for (const found of incidentChecks(incident, analysis, options)) {
      checks.push({ ...found, name: `incident ${index + 1}: ${found.name}` });
    }
  });
  return reportOf(checks, [
    ...analysisNotChecked,
    ...(options.sha256 === undefined ? ['entity ids, for want of a hash function'] : []),
  ]);
}

function inputsFault(analysis: Analysis): string | null {
  const wrong = analysis.inputs.find(
    ({ records, events, rejected }) =>
      events < 0 || rejected < 0 || rejected > records || events + rejected < records,
  );
  return wrong === undefined ? null : `the counts of ${quoted(wrong.path)} do not add up`;
}

function incidentChecks(incident: Incident, analysis: Analysis, options: VerifyOptions): Check[] {
  const graph = certificateGraph(incident.certificate);
  return [
    check('events', eventsFault(incident, analysis), 'every event named is in `events`'),
    check('entities', entitiesFault(incident, options), 'every id stands for one kind and key'),
    check('impacts', impactsFault(incident, graph), 'the certificate speaks of the same impacts'),
    check(
      'probabilities',
      probabilityFault(incident),
      'ranked by posterior; posteriors and `originNotObserved` sum to at most 1',
    ),
    check('verdicts', verdictFault(incident), 'each agrees with its posterior and evidence'),
    check(
      'origins',
      originsFault(incident, graph),
      'each starts a path to an impact; who is accused is among them',
    ),
    check(
      'chain',
      chainFault(incident, graph),
      `${incident.chain.links.length} links between listed entities, each with its events and as in the certificate`,
    ),
    check(
      'single breakpoints',
      singleFault(incident, graph),
      `${incident.breakpoints.single.length} entities, each alone leaves no path`,
    ),
    check('breakpoint set', setFault(incident), 'the set is the one that the certificate proves'),
    check(
      'mass cuts',
      massFault(incident, graph),
      `${incident.breakpoints.mass.length} sets of removable entities`,
    ),
    ...certificateChecks(incident.certificate, options).map((found) => ({
      ...found,
      name: `certificate: ${found.name}`,
    })),
  ];
}

function eventsFault(incident: Incident, analysis: Analysis): string | null {
  const known = (id: string | null) => id === null || Object.hasOwn(analysis.events, id);
  const named = [
    ...incident.impacts.map(({ event }) => event),
    ...incident.rootCauses.flatMap(({ event, evidence }) => [
      event,
      ...evidence.flatMap(({ events }) => events),
    ]),
    ...incident.chain.links.flatMap(({ events }) => events),
  ];
  const missing = named.find((id) => !known(id));
  return missing === undefined || missing === null
    ? null
    : `event ${quoted(missing)} is named but not in \`events\``;
}

function entitiesOfIncident(incident: Incident): Entity[] {
  return [
    ...incident.impacts.flatMap(({ entity, by }) => (by === null ? [entity] : [entity, by])),
    ...incident.rootCauses.map(({ entity }) => entity),
    ...incident.breakpoints.single.map(({ entity }) => entity),
    ...incident.breakpoints.set.entities,
    ...incident.breakpoints.mass.flatMap(({ entities }) => entities),
    ...incident.chain.entities,
    ...incident.controls.map(({ entity }) => entity),
  ];
}

function entitiesFault(incident: Incident, { sha256 }: VerifyOptions): string | null {
  const known = new Map<string, string>();
  for (const { id, kind, key } of incident.certificate.entities) known.set(id, JSON.stringify([kind, key]));
  for (const entity of entitiesOfIncident(incident)) {
    const content = JSON.stringify([entity.kind, entity.key]);
    if ((known.get(entity.id) ?? content) !== content)
      return `the id ${quoted(entity.id)} stands for two entities`;
    known.set(entity.id, content);
    const fault = sha256 === undefined ? null : entityIdFault(entity, sha256);
    if (fault !== null) return fault;
  }
  return null;
}

function probabilityFault(incident: Incident): string | null {
  const sum = incident.rootCauses.reduce(
    (total, { posterior }) => total + posterior,
    incident.originNotObserved,
  );
  if (sum > 1 + probabilitySlack) return `posteriors and \`originNotObserved\` sum to ${sum}`;
  for (const [index, { rank, posterior, interval }] of incident.rootCauses.entries()) {
    if (rank !== index + 1) return `root cause ${index + 1} has rank ${rank}`;
    const before = incident.rootCauses[index - 1]?.posterior ?? 1;
    if (posterior > before) return `root cause ${rank} has a higher posterior than the one before`;
    const [low, high] = interval;
    if (!(low >= 0 && low <= high && high <= 1))
      return `root cause ${rank} has the interval [${low}, ${high}]`;
    if (posterior < low - probabilitySlack || posterior > high + probabilitySlack) {
      return `root cause ${rank} has a posterior outside of its interval`;
    }
  }
  return null;
}

function tooManySets(count: number, graph: CertificateGraph): boolean {
  return count * (graph.from.length + graph.entities.size) > linksVisitedMax;
}

function singleFault({ breakpoints }: Incident, graph: CertificateGraph): string | null {
  if (tooManySets(breakpoints.single.length, graph))
    return tooLarge(
      `${breakpoints.single.length} sets of entities in a certificate of ${graph.from.length} links`,
    );
  for (const { entity, cost } of breakpoints.single) {
    const listed = graph.entities.get(entity.id);
    if (listed === undefined) return `${quoted(entity.id)} is not in the certificate`;
    if (listed.cost === null || !sameCost(listed.cost, cost))
      return `${quoted(entity.id)} costs ${listed.cost} in the certificate, not ${cost}`;
    if (pathSurvives(graph, new Set([entity.id]))) return `a path survives without ${quoted(entity.id)}`;
  }
  return null;
}

function setFault({ breakpoints, certificate }: Incident): string | null {
  const { entities, cost, lowerBound, optimal } = breakpoints.set;
  const ids = new Set(entities.map(({ id }) => id));
  const same =
    ids.size === entities.length &&
    ids.size === certificate.removed.length &&
    certificate.removed.every((id) => ids.has(id));
  if (!same) return 'the set is not what the certificate removes';
  if (cost !== certificate.cost) return `the set costs ${cost}, the certificate says ${certificate.cost}`;
  if (lowerBound !== certificate.lowerBound)
    return `the lower bound is ${lowerBound}, the certificate says ${certificate.lowerBound}`;
  return optimal === certificate.optimal ? null : 'set and certificate disagree about optimality';
}

function massFault({ breakpoints }: Incident, graph: CertificateGraph): string | null {
  if (tooManySets(breakpoints.mass.length, graph))
    return tooLarge(
      `${breakpoints.mass.length} sets of entities in a certificate of ${graph.from.length} links`,
    );
  for (const { entities, residualMass } of breakpoints.mass) {
    if (!(residualMass >= 0 && residualMass <= 1)) return `a residual mass is ${residualMass}`;
    for (const { id } of entities) {
      const listed = graph.entities.get(id);
      if (listed === undefined || listed.cost === null)
        return `${quoted(id)} is not a removable entity of the certificate`;
    }
    const removed = new Set(entities.map(({ id }) => id));
    if ((residualMass === 0) === pathSurvives(graph, removed)) {
      return residualMass === 0
        ? 'a set is said to leave nothing, but a path survives'
        : `a set is said to leave ${residualMass}, but no path survives`;
    }
  }
  return null;
}
