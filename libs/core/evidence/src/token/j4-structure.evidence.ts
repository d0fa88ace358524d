import { tokenViews } from '@faultline/model';
import { evidenceParameters } from '../e-value.js';
import type { EvidenceTest } from '../located-evidence.js';
import { burstResult } from './burst-result.js';
import { suspectBursts, tokenShape } from '@faultline/detect';

const minBaseline = 500;

/**
 * J4, structural novelty: the burst's tokens are built unlike any token before. p by Good-Turing: the chance that the next lawful token shows
 * a structure never seen is the part of structures seen once. The same novelty many times is one observation.
 */
export const structuralNovelty: EvidenceTest = {
  family: 'token',
  id: 'J4',
  run({ index }) {
    const views = index.memo(tokenViews);
    const found = index.memo(suspectBursts).map((burst) => {
      const inside = new Set(burst.tokens);
      const counts = new Map<string, number>();
      let baseline = 0;
      for (const view of views) {
        if (inside.has(view) || view.firstSeenUs > burst.endUs + evidenceParameters.burstGapUs) continue;
        baseline += 1;
        const shape = tokenShape(view);
        counts.set(shape, (counts.get(shape) ?? 0) + 1);
      }
      const result = burstResult(burst, 'J4');
      if (baseline < minBaseline)
        return result('MISSING', null, `${baseline} earlier tokens, ${minBaseline} needed`);
      const seen = counts.get(burst.shape) ?? 0;
      if (seen > 0) return result('NOT_SIGNIFICANT', null, `${seen} earlier tokens are built alike`);
      const once = [...counts.values()].filter((count) => count === 1).length;
      const p = (once + 1) / (baseline + 1);
      return result(
        p < evidenceParameters.significanceP ? 'SIGNIFICANT' : 'NOT_SIGNIFICANT',
        p,
        `none of ${baseline} earlier tokens is built like this (${burst.shape})`,
      );
    });
    return { found, unknowns: [] };
  },
};
