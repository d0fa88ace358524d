import {
  digestPrints,
  environmentView,
  issuerView,
  stepEntity,
  type EventIndex,
  type EventOf,
  type Evidence,
  type Unknown,
} from '@faultline/model';
import { eValue } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';
import { suspectBursts, type SuspectBurst } from '@faultline/detect';
import { novelties } from './novelty.js';

/** Verified counter-evidence (rootcause §4) goes no further than this. */
const acquittal = 1 / 20;

/**
 * B5, order: the step ended before its artifact was deployed, and that deployment was the running one when the first suspect token was seen.
 * p = 1 / (deployments of the service + 1): how likely a build picked at random would be the running one.
 * A build that later deployments had replaced by then is the less likely the more of them there were, half as likely after two; once is not enough
 * to acquit it, because a key that it leaked in its hour still signs. One that never ran where the tokens were presented is as good as acquitted.
 */
export const buildOrder: EvidenceTest = {
  family: 'build',
  id: 'B5',
  run({ index }) {
    const bursts = index.memo(suspectBursts);
    if (bursts.length === 0) return { found: [], unknowns: [] };
    const prints = index.memo(digestPrints);
    const signers = signingServices(index);
    const changesService = index.memo(environmentView);
    const deployments = index
      .of('cicd.deployment')
      .filter((event) => signers.has(event.service) && changesService(event.service, event.environment));
    const found: LocatedEvidence[] = [];
    for (const novelty of index.memo(novelties)) {
      // Being the running version accuses nobody whose change is explained.
      if (novelty.innocence.kind === 'explained') continue;
      const stepEndUs = novelty.step.step.completedAtUs ?? novelty.run.atUs;
      for (const [digest, print] of prints) {
        if (print.job.identity.jobId !== novelty.run.job.identity.jobId || print.atUs < novelty.run.atUs)
          continue;
        for (const deployment of deployments.filter(
          (event) => event.digest === digest && event.atUs >= stepEndUs,
        )) {
          const burst = bursts.find(
            (candidate) =>
              candidate.startUs > deployment.atUs &&
              candidate.tokens.some((view) => view.firstSeenUs > deployment.atUs),
          );
          if (burst === undefined) continue;
          const order = judge(deployment, burst, deployments);
          found.push({
            entity: stepEntity(novelty.run.job.identity, novelty.step.step.number, novelty.step.step.name),
            evidence: {
              family: 'build',
              test: 'B5',
              ...order,
              events: namedEvents([deployment.id, ...novelty.run.job.events]),
            },
          });
        }
      }
    }
    return { found, unknowns: missingJoins(index, signers) };
  },
};

function judge(
  deployment: EventOf<'cicd.deployment'>,
  burst: SuspectBurst,
  deployments: readonly EventOf<'cicd.deployment'>[],
): Pick<Evidence, 'status' | 'p' | 'e' | 'n' | 'reason'> {
  const { service, environment } = deployment;
  const ofService = deployments.filter((event) => event.service === service && event.atUs < burst.startUs);
  // Staging is deployed to many times a day; what runs there says nothing about production.
  const rivals = ofService.filter((event) => event.environment === environment);
  const places = new Set(burst.tokens.flatMap((view) => view.uses.map((use) => use.environment)));
  const elsewhere =
    !places.has(environment) &&
    ofService.some((event) => event.environment !== null && places.has(event.environment));
  const told = `built, then deployed to ${service}${environment === null ? '' : ` (${environment})`}`;
  const innocent = { status: 'NOT_SIGNIFICANT', p: 1, n: rivals.length } as const;
  if (elsewhere)
    return { ...innocent, e: acquittal, reason: `${told}; the suspect tokens were presented elsewhere` };
  const later = rivals.filter((event) => event.atUs > deployment.atUs).length;
  if (later > 0) {
    return {
      ...innocent,
      e: Math.max(acquittal, 2 / (2 + later)),
      reason: `${told}; ${later} later deployment${later === 1 ? '' : 's'} had replaced it when the first suspect token was seen`,
    };
  }
  const p = 1 / (rivals.length + 1);
  return {
    status: p < 0.05 ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT',
    p,
    e: eValue(p),
    n: rivals.length,
    reason: `${told}; it was the running version when the first suspect token was seen`,
  };
}

/** Services that serve an issuer of some suspect burst, by name or by key. */
function signingServices(index: EventIndex): ReadonlySet<string> {
  const issuers = index.memo(issuerView);
  const names = new Set<string>();
  for (const burst of index.memo(suspectBursts)) {
    if (burst.iss !== null) for (const service of issuers.servicesOf(burst.iss)) names.add(service);
    if (burst.kid === null) continue;
    for (const { issuer } of issuers.issuersOfKey(burst.kid))
      for (const service of issuers.servicesOf(issuer)) names.add(service);
  }
  return names;
}

function missingJoins(index: EventIndex, signers: ReadonlySet<string>): Unknown[] {
  const unknowns: Unknown[] = [];
  if (signers.size === 0) {
    unknowns.push({
      what: 'join issuer → service',
      why: 'neither a key history nor access records tell which service serves the issuer',
      effect: 'the chain ends at the issuer; what made it sign is not examined',
    });
  } else if (!index.of('cicd.deployment').some((event) => signers.has(event.service))) {
    unknowns.push({
      what: 'join artifact → deployment → service',
      why: `no deployment of ${[...signers].sort().join(', ')} was read`,
      effect: 'builds cannot be tied to the signing service; the chain ends at its key',
    });
  }
  if (index.of('cicd.run').length + index.of('cicd.job').length === 0) {
    unknowns.push({
      what: 'join commit → run → job → step (CI events)',
      why: 'no CI events were read',
      effect: 'which commit, runner and reviewed change a build had is unknown; build evidence is weaker',
    });
  }
  return unknowns;
}
