import type { Verdict } from '@faultline/model';
import { fusionParameters } from './fusion-parameters.js';
import type { Posterior } from './posterior.js';

/**
 * CONFIRMED needs three strong families, PROBABLE two, SUSPECTED one; a path to the impact is given, since candidates come from the attack
 * subgraph. Families that contradict each other (one at most 1/10, another at least 10) are a CONFLICT and never averaged away.
 */
export function verdictOf({ candidate, posterior }: Posterior): Verdict {
  const ratios = [...candidate.ratios.values()];
  const strong = ratios.filter((ratio) => ratio >= fusionParameters.strongFamily).length;
  if (strong > 0 && ratios.some((ratio) => ratio <= fusionParameters.conflictBelow)) return 'CONFLICT';
  if (posterior >= fusionParameters.confirmedPosterior && strong >= fusionParameters.confirmedFamilies)
    return 'CONFIRMED';
  if (posterior >= fusionParameters.probablePosterior && strong >= fusionParameters.probableFamilies)
    return 'PROBABLE';
  if (posterior >= fusionParameters.suspectedPosterior && strong >= 1) return 'SUSPECTED';
  return 'INSUFFICIENT';
}
