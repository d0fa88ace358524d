import { digestPrints, issuerView, stepEntity, type EventIndex, type Unknown } from '@faultline/model';
import { eValue } from '../e-value.js';
import { namedEvents, type EvidenceTest, type LocatedEvidence } from '../located-evidence.js';
import { suspectBursts } from '@faultline/detect';
import { novelties } from './novelty.js';

/** Verified counter-evidence (rootcause §4): another version was running when the tokens were made. */
const superseded = 1 / 20;

/**
 * B5, order: the step ended before its artifact was deployed, and that deployment was the running one when the first suspect token was seen.
 * p = 1 / (deployments of the service + 1): how likely a build picked at random would be the running one.
 * A build that a later deployment had replaced by then is as good as acquitted.
 */
export const buildOrder: EvidenceTest = {
  family: 'build',
  id: 'B5',
  run({ index }) {
    const bursts = index.memo(suspectBursts);
    if (bursts.length === 0) return { found: [], unknowns: [] };
    const prints = index.memo(digestPrints);
    const signers = signingServices(index);
    const found: LocatedEvidence[] = [];
    for (const novelty of index.memo(novelties)) {
      const stepEndUs = novelty.step.step.completedAtUs ?? novelty.run.atUs;
      for (const [digest, print] of prints) {
        if (print.job.identity.jobId !== novelty.run.job.identity.jobId || print.atUs < novelty.run.atUs) continue;
        for (const deployment of index.of('cicd.deployment').filter((event) => event.digest === digest && signers.has(event.service))) {
          const burst = bursts.find((candidate) => candidate.startUs > deployment.atUs && candidate.tokens.some((view) => view.firstSeenUs > deployment.atUs));
          if (burst === undefined || deployment.atUs < stepEndUs) continue;
          const rivals = index.of('cicd.deployment').filter((event) => event.service === deployment.service && event.atUs < burst.startUs);
          const running = rivals.at(-1)?.id === deployment.id;
          const p = running ? 1 / (rivals.length + 1) : 1;
          found.push({
            entity: stepEntity(novelty.run.job.identity, novelty.step.step.number, novelty.step.step.name),
            evidence: {
              family: 'build',
              test: 'B5',
              status: running && p < 0.05 ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT',
              p,
              e: running ? eValue(p) : superseded,
              n: rivals.length,
              events: namedEvents([deployment.id, ...novelty.run.job.events]),
              reason: `built, then deployed to ${deployment.service}${running ? '; it was the running version' : '; a later version ran'} when the first suspect token was seen`,
            },
          });
        }
      }
    }
    return { found, unknowns: missingJoins(index, signers) };
  },
};

/** Services that serve an issuer of some suspect burst, by name or by key. */
function signingServices(index: EventIndex): ReadonlySet<string> {
  const issuers = index.memo(issuerView);
  const names = new Set<string>();
  for (const burst of index.memo(suspectBursts)) {
    if (burst.iss !== null) for (const service of issuers.servicesOf(burst.iss)) names.add(service);
    if (burst.kid === null) continue;
    for (const { issuer } of issuers.issuersOfKey(burst.kid)) for (const service of issuers.servicesOf(issuer)) names.add(service);
  }
  return names;
}

function missingJoins(index: EventIndex, signers: ReadonlySet<string>): Unknown[] {
  const unknowns: Unknown[] = [];
  if (signers.size === 0) {
    unknowns.push({ what: 'join issuer → service', why: 'neither a key history nor access records tell which service serves the issuer', effect: 'the chain ends at the issuer; what made it sign is not examined' });
  } else if (!index.of('cicd.deployment').some((event) => signers.has(event.service))) {
    unknowns.push({ what: 'join artifact → deployment → service', why: `no deployment of ${[...signers].sort().join(', ')} was read`, effect: 'builds cannot be tied to the signing service; the chain ends at its key' });
  }
  if (index.of('cicd.run').length + index.of('cicd.job').length === 0) {
    unknowns.push({ what: 'join commit → run → job → step (CI events)', why: 'no CI events were read', effect: 'which commit, runner and reviewed change a build had is unknown; build evidence is weaker' });
  }
  return unknowns;
}
