import { entityKinds } from '@faultline/model';
import type { GraphIndex, GraphNodeLabel, GraphRelationshipType } from './graph-schema-shape.js';
import {
  entityProperties,
  findingTypes,
  linkKinds,
  linkProperties,
  otherNodes,
} from './graph-schema.data.js';

/*
 * The schema of a property graph as data: constraints, the writer's statements and docs/graph-schema.md come from it. Kinds of ready links are
 * any text that an attacker may choose, so a label or type is only ever taken from these tables, never made of a kind.
 */

/** Every entity has this label; an entity of one of our kinds has a second one. */
export const ENTITY_LABEL = 'Entity';
/** Type of a link whose kind is none of ours. */
export const OTHER_LINK_TYPE = 'LINK';

const labels = new Map<string, string>(entityKinds.map((kind) => [kind, pascalCase(kind)]));
const types = new Map(Object.keys(linkKinds).map((kind) => [kind, kind.toUpperCase().replaceAll('-', '_')]));

/** Second label of an entity; null for a kind that is none of ours. */
export function entityLabelOf(kind: string): string | null {
  return labels.get(kind) ?? null;
}

export function linkTypeOf(kind: string): string {
  return types.get(kind) ?? OTHER_LINK_TYPE;
}

export const entityLabels: readonly string[] = [...labels.values()];

export const linkTypes: readonly GraphRelationshipType[] = [
  ...[...types].map(([kind, type]) => ({ type, draws: linkKinds[kind] ?? '', properties: linkProperties })),
  { type: OTHER_LINK_TYPE, draws: '(:Entity)-[:LINK]->(:Entity)', properties: linkProperties },
];

export const graphSchema = {
  nodes: [
    {
      label: ENTITY_LABEL,
      about: 'Something that can be compromised. Has a second label where its kind is one of ours.',
      properties: entityProperties,
    },
    ...otherNodes,
  ],
  relationships: [...linkTypes, ...findingTypes],
  indexes: [
    index('entity_id', { label: ENTITY_LABEL }, ['id', 'knownFromUs'], true),
    index('entity_ref', { label: ENTITY_LABEL }, ['ref'], false),
    index('graph_state_slot', { label: 'GraphState' }, ['slot'], true),
    index('incident_id', { label: 'Incident' }, ['id'], true),
    index('certificate_incident', { label: 'Certificate' }, ['incident'], true),
    index('schema_migration_number', { label: 'SchemaMigration' }, ['number'], true),
    ...linkTypes.map(({ type }) =>
      index(`link_${type.toLowerCase()}`, { type }, ['knownFromUs', 'id'], false),
    ),
  ],
} as const satisfies {
  readonly nodes: readonly GraphNodeLabel[];
  readonly relationships: readonly GraphRelationshipType[];
  readonly indexes: readonly GraphIndex[];
};

function index(
  name: string,
  on: GraphIndex['on'],
  properties: readonly string[],
  unique: boolean,
): GraphIndex {
  return { name, on, properties, unique };
}

function pascalCase(kind: string): string {
  return kind.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
