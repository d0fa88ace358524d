import { describe, expect, it } from 'vitest';
import { buildCausalGraph } from '@faultline/graph';
import { draft, fakeSha256 } from '@faultline/graph/testing';
import type { NamedEntity } from '@faultline/model';
import { planControls } from './plan-controls.js';
import { removalCosts } from './removal-cost.js';
import { removals } from './removal.js';

const named = (kind: string, key: string): NamedEntity => ({ kind, key, label: key });
const link = (from: NamedEntity, to: NamedEntity, atUs: number) => ({
  ...draft('a', 'b', atUs),
  from,
  to,
});

describe('cost of removal', () => {
  const file = named('file', 'setup');
  const busy = named('service', 'orders');
  const key = named('signing-key', 'k');
  const drafts = [
    link(file, busy, 1),
    link(key, busy, 2),
    link(busy, named('request', 'r'), 3),
    ...Array.from({ length: 97 }, (_, n) => link(named('ip', `${n}`), busy, 10 + n)),
  ];
  const graph = buildCausalGraph(drafts, fakeSha256);
  const cost = removalCosts(graph, Int32Array.from([0, 1]));
  const costOf = (kind: string, name: string) => cost(graph.indexOf(kind, name));

  it('grows with what breaks besides the attack', () => {
    expect(costOf('file', 'setup')).toBe(removals['file']?.minutes);
    expect(costOf('service', 'orders')).toBeCloseTo(10 + 1000 * 0.98, 2);
  });

  it('charges what cannot be undone', () => expect(costOf('signing-key', 'k')).toBe(30 + 60));

  it('knows no removal of what has happened', () => expect(costOf('request', 'r')).toBeNull());

  it('takes the cost that the input declares, and that it declares none', () => {
    const declared = buildCausalGraph([link({ ...file, cost: 7 }, { ...busy, cost: null }, 1)], fakeSha256);
    const declaredCost = removalCosts(declared, Int32Array.from([]));
    expect(declaredCost(declared.indexOf('file', 'setup'))).toBe(7);
    expect(declaredCost(declared.indexOf('service', 'orders'))).toBeNull();
  });
});

describe('controls', () => {
  it('propose one action for every breakpoint that can be removed, and claim nothing beyond', () => {
    const entity = (kind: string) => ({ id: `${kind}:1`, kind, key: 'x', label: 'x' });
    const controls = planControls(
      [
        { entity: entity('file'), cost: 5 },
        { entity: entity('request'), cost: 1 },
      ],
      ['T1606'],
    );
    expect(controls).toMatchObject([
      { id: 'control:file:1', layer: 'host', status: 'PROPOSED', attack: ['T1606'], artefacts: [], cost: 5 },
    ]);
  });

  it('every kind that can be removed names how, and a D3FEND technique', () => {
    for (const removal of Object.values(removals)) {
      expect(removal.minutes).toBeGreaterThan(0);
      expect(removal.action).not.toBe('');
      expect(removal.d3fend.filter((id) => !/^D3-[A-Z]+$/.test(id))).toEqual([]);
    }
  });
});
