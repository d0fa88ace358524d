import { candidateRatio, type Candidate } from './candidates.js';
import { missingFamilies } from './family-ratios.js';
import { fusionParameters } from './fusion-parameters.js';

export interface Posterior {
  readonly candidate: Candidate;
  readonly posterior: number;
  readonly interval: readonly [number, number];
}

export interface Fusion {
  /** By falling posterior; ties by share, then by entity number. */
  readonly ranked: readonly Posterior[];
  readonly originNotObserved: number;
}

/**
 * P(x is the origin | evidence). Prior: 0.8 over the candidates in proportion to the part of the backward explanations that begin at each; 0.2 on
 * "not observed". A candidate that was tested gets no less than the typical entry (one over the effective number of entries), because an entity in
 * mid-chain begins no explanation by itself. The share that passes *through* a candidate is no prior: it is largest in mid-chain. The origin is the *earliest* compromised entity, so a candidate's weight is its own odds times the chance that none of the accused
 * entities upstream of it is compromised (their independent form pi·LR / (1 - pi + pi·LR)).
 */
export function fuse(candidates: readonly Candidate[]): Fusion {
  const priors = priorsOf(candidates);
  const ratios = candidates.map(candidateRatio);
  const weights = weigh(candidates, priors, ratios);
  const total = fusionParameters.priorOriginNotObserved + weights.reduce((a, b) => a + b, 0);
  const ranked = candidates.map((candidate, i): Posterior => {
    const posterior = (weights[i] ?? 0) / total;
    return { candidate, posterior, interval: intervalOf(candidate, weights[i] ?? 0, total, posterior) };
  });
  ranked.sort(
    (a, b) =>
      b.posterior - a.posterior ||
      b.candidate.share - a.candidate.share ||
      a.candidate.entity - b.candidate.entity,
  );
  return { ranked, originNotObserved: fusionParameters.priorOriginNotObserved / total };
}

function priorsOf(candidates: readonly Candidate[]): number[] {
  const mass = 1 - fusionParameters.priorOriginNotObserved;
  const floor =
    fusionParameters.priorFloor / effectiveNumber(candidates.map((candidate) => candidate.originMass));
  const raw = candidates.map((candidate) =>
    candidate.ratios.size > 0 ? Math.max(candidate.originMass, floor) : candidate.originMass,
  );
  const total = raw.reduce((a, b) => a + b, 0);
  return raw.map((value) => (total === 0 ? mass / candidates.length : (value * mass) / total));
}

/** exp of the entropy: over how many entries the explanations are really spread, however many there are in name. */
function effectiveNumber(masses: readonly number[]): number {
  let entropy = 0;
  for (const mass of masses) if (mass > 0) entropy -= mass * Math.log(mass);
  return Math.exp(entropy);
}

function weigh(
  candidates: readonly Candidate[],
  priors: readonly number[],
  ratios: readonly number[],
): number[] {
  const place = new Map(candidates.map((candidate, i) => [candidate.entity, i]));
  const compromised = candidates.map((_, i) => {
    const odds = (priors[i] ?? 0) * (ratios[i] ?? 1);
    return odds / (1 - (priors[i] ?? 0) + odds);
  });
  return candidates.map((candidate, i) => {
    let weight = (priors[i] ?? 0) * (ratios[i] ?? 1);
    for (const upstream of candidate.upstream) weight *= 1 - (compromised[place.get(upstream) ?? -1] ?? 0);
    return weight;
  });
}

/** What the posterior would be had the families that are missing spoken against the candidate (1/20 each) or for it (100 each). */
function intervalOf(
  candidate: Candidate,
  weight: number,
  total: number,
  posterior: number,
): readonly [number, number] {
  const missing = missingFamilies(candidate.evidence).length;
  if (missing === 0 || weight === 0) return [posterior, posterior];
  const rest = total - weight;
  const low = weight * fusionParameters.capLower ** missing;
  const high = weight * fusionParameters.capUpper ** missing;
  return [low / (rest + low), high / (rest + high)];
}
