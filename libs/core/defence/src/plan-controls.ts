import type { Control, Entity } from '@faultline/model';
import { removals } from './removal.js';

/**
 * One proposed control per breakpoint. PROPOSED means what it says: nothing is generated, deployed or verified yet.
 */
export function planControls(
  breakpoints: readonly { readonly entity: Entity; readonly cost: number }[],
  attack: readonly string[],
): Control[] {
  return breakpoints.flatMap(({ entity, cost }) => {
    const removal = removals[entity.kind];
    if (removal === undefined) return [];
    return [
      {
        id: `control:${entity.id}`,
        layer: removal.layer,
        engine: removal.engine,
        entity,
        d3fend: [...removal.d3fend],
        attack: [...attack],
        cost,
        artefacts: [],
        status: 'PROPOSED',
      },
    ];
  });
}
