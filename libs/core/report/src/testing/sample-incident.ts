import type { Analysis, Certificate, Entity, Incident, Link } from '@faultline/model';

/** A link of a sample chain: `from` and `to` are entities, `at` seconds after the sample's start. */
export interface SampleStep {
  readonly from: Entity;
  readonly to: Entity;
  readonly at: number;
  readonly kind: string;
  readonly rule: string;
  readonly basis?: Link['basis'];
  readonly file: string;
}

/** FNV-1a in two lanes: samples need ids of the right shape, not of the right hash. */
function hex24(text: string): string {
  let [a, b, c] = [0x811c9dc5, 0x01000193, 0x9e3779b9];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 0x01000193) >>> 0;
    b = Math.imul(b ^ (code + a), 0x85ebca6b) >>> 0;
    c = Math.imul(c ^ (code + b), 0xc2b2ae35) >>> 0;
  }
  return [a, b, c].map((part) => part.toString(16).padStart(8, '0')).join('');
}

export function sampleEntity(kind: string, key: string, label = key): Entity {
  return { id: `${kind}:${hex24(`${kind} ${key}`)}`, kind, key, label };
}

export const sampleEventId = (text: string): string => `${hex24(text)}${hex24(`${text}.`).slice(0, 8)}`;

/** Links with their events, and the positions of those, one line of `file` after the other. */
export function sampleLinks(
  startUs: number,
  steps: readonly SampleStep[],
): { readonly links: Link[]; readonly events: Analysis['events'] } {
  const events: Analysis['events'] = {};
  const lines = new Map<string, number>();
  const links = steps
    .toSorted((a, b) => a.at - b.at)
    .map((step, seq): Link => {
      const line = (lines.get(step.file) ?? 0) + 7;
      lines.set(step.file, line);
      const atUs = startUs + Math.round(step.at * 1e6);
      const event = sampleEventId(`${step.file}:${String(line)}`);
      events[event] = { atUs, path: step.file, line };
      return {
        id: `link:${hex24(`${step.from.id}>${step.to.id}@${String(seq)}`)}`,
        from: step.from.id,
        to: step.to.id,
        atUs,
        seq,
        kind: step.kind,
        rule: step.rule,
        basis: step.basis ?? 'observed',
        events: [event],
      };
    });
  return { links, events };
}

/** Last link of a time-respecting path from an origin to each reached entity, as a walk back along links. */
export function samplePath(
  links: readonly Link[],
  origin: string,
  impact: string,
  removed: ReadonlySet<string>,
): readonly string[] | null {
  const via = new Map<string, readonly string[]>(removed.has(origin) ? [] : [[origin, []]]);
  for (const link of links) {
    const path = via.get(link.from);
    if (path === undefined || removed.has(link.to) || via.has(link.to)) continue;
    via.set(link.to, [...path, link.id]);
  }
  return via.get(impact) ?? null;
}

/** Single cuts by trying each entity, and a certificate that follows from the cheapest. */
export function sampleCut(
  entities: readonly Entity[],
  links: readonly Link[],
  origin: Entity,
  impact: Entity,
  costOf: (entity: Entity) => number | null,
): Pick<Incident, 'breakpoints' | 'certificate'> {
  const cost = (entity: Entity): number | null => (entity.id === impact.id ? null : costOf(entity));
  const single = entities.flatMap((entity) => {
    const own = cost(entity);
    return own !== null && samplePath(links, origin.id, impact.id, new Set([entity.id])) === null
      ? [{ entity, cost: own, control: null }]
      : [];
  });
  const [best] = single.toSorted((a, b) => a.cost - b.cost);
  const path = samplePath(links, origin.id, impact.id, new Set()) ?? [];
  const cut = best === undefined ? null : best.cost;
  const certificate: Certificate = {
    schema: 'faultline.certificate/1',
    entities: entities.map((entity) => ({
      id: entity.id,
      kind: entity.kind,
      key: entity.key,
      cost: cost(entity),
    })),
    links: links.map(({ id, from, to, atUs, seq }) => ({ id, from, to, atUs, seq })),
    origins: [origin.id],
    impacts: [{ entity: impact.id, seq: links.length - 1 }],
    removed: best === undefined ? [] : [best.entity.id],
    cost: cut,
    lowerBound: cut,
    optimal: best !== undefined,
    lowerBoundPaths: best === undefined ? [] : [[...path]],
    putBack: best === undefined ? [] : [{ entity: best.entity.id, path: [...path] }],
  };
  const entitiesOfSet = best === undefined ? [] : [best.entity];
  return {
    breakpoints: {
      single,
      set: { entities: entitiesOfSet, cost: cut, lowerBound: cut, optimal: best !== undefined },
      mass: best === undefined ? [] : [{ entities: [best.entity], residualMass: 0 }],
    },
    certificate,
  };
}

export function sampleAnalysis(
  incidents: Incident[],
  events: Analysis['events'],
  inputs: Analysis['inputs'],
): Analysis {
  const entities = incidents.reduce((sum, incident) => sum + incident.chain.entities.length, 0);
  const links = incidents.reduce((sum, incident) => sum + incident.chain.links.length, 0);
  return {
    schema: 'faultline.analysis/1',
    inputs,
    graph: {
      entities,
      links,
      hash: `sha256:${hex24('graph')}${hex24('hash')}${hex24('of sample').slice(0, 16)}`,
    },
    incidents,
    unknowns: [],
    events,
    parameters: {
      'fusion.priorOutside': 0.2,
      'fusion.capHigh': 100,
      'fusion.capLow': 0.05,
      'walk.tauProcessSeconds': 60,
      'cost.minuteToDeploy': 1,
      'cost.irreversible': 60,
    },
  };
}
