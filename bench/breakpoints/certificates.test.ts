import { createHash } from 'node:crypto';
import { buildCausalGraph, naturalOrigins } from '@faultline/graph';
import { randomDrafts, seededRandom } from '@faultline/graph/testing';
import type { Certificate } from '@faultline/model';
import { certificateOf, cheapestCut, type CutInput } from '@faultline/rootcause';
import { verifyCertificate } from '@faultline/verify';
import { describe, expect, it } from 'vitest';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** Here, because solver and verifier may not know each other: only a place outside of both can bring them together. */
function randomInput(seed: number, nodesMax: number, linksMax: number): CutInput {
  const random = seededRandom(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const graph = buildCausalGraph(randomDrafts(random, 4 + pick(nodesMax), 6 + pick(linksMax)), sha256);
  const impacts = [{ entity: pick(graph.entityCount), seq: graph.linkCount - 1 - pick(5) }];
  const origins = random() < 0.5 ? naturalOrigins(graph, impacts) : [pick(graph.entityCount)];
  const costs = Array.from({ length: graph.entityCount }, () =>
    random() < 0.15 ? null : (1 + pick(20)) / 10,
  );
  return { graph, origins, impacts, cost: (x) => costs[x]! };
}

const faults = (certificate: Certificate) =>
  verifyCertificate(certificate, { sha256 }).checks.filter((check) => !check.ok);

describe('certificates of the solver under the independent verifier', () => {
  it('verify on 1,000 random graphs', () => {
    for (let seed = 0; seed < 1000; seed++) {
      const input = randomInput(seed, 12, 60);
      expect(faults(certificateOf(input, cheapestCut(input))), `seed ${seed}`).toEqual([]);
    }
  });

  it('verify on larger graphs, also when the effort runs out before the optimum', () => {
    let open = 0;
    for (let seed = 0; seed < 30; seed++) {
      const random = randomInput(seed, 120, 1500);
      const origins = [0, 1, 2, 3, 4, 5, 6, 7];
      const input = { ...random, origins, cost: (x: number) => (x < 8 ? null : random.cost(x)) };
      const whole = cheapestCut(input);
      const hurried = cheapestCut(input, { linksVisitedMax: 20_000, hittingWorkMax: 20_000 });
      expect(faults(certificateOf(input, whole)), `seed ${seed}`).toEqual([]);
      expect(faults(certificateOf(input, hurried)), `seed ${seed}`).toEqual([]);
      if (whole.cost === null || hurried.cost === null) continue;
      expect(hurried.cost).toBeGreaterThanOrEqual(whole.cost - 1e-9);
      expect(hurried.lowerBound).toBeLessThanOrEqual(whole.cost + 1e-9);
      if (!hurried.optimal) open++;
    }
    expect(open).toBeGreaterThan(0);
  });

  it('are rejected when the removed set, a path, the cost, the bound or the flag is tampered with', () => {
    let tampered = 0;
    for (let seed = 0; seed < 300; seed++) {
      const input = randomInput(seed, 12, 60);
      const certificate = certificateOf(input, cheapestCut(input));
      if (certificate.cost === null || certificate.removed.length === 0) continue;
      const changes: Partial<Certificate>[] = [
        { removed: certificate.removed.slice(1) },
        { cost: certificate.cost + 1 },
        { lowerBound: certificate.cost - 0.05, optimal: false },
        { optimal: !certificate.optimal },
        { lowerBoundPaths: certificate.lowerBoundPaths.slice(1) },
        { putBack: certificate.putBack.map(({ entity, path }) => ({ entity, path: path.slice(1) })) },
        { lowerBoundPaths: certificate.lowerBoundPaths.map((path) => path.toReversed().concat(path)) },
      ];
      for (const change of changes) {
        expect(
          faults({ ...certificate, ...change }).length,
          `seed ${seed} ${Object.keys(change).join()}`,
        ).toBeGreaterThan(0);
        tampered++;
      }
    }
    expect(tampered).toBeGreaterThan(500);
  });
});
