import { entityKinds } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { entityLabelOf, entityLabels, graphSchema, linkTypeOf, linkTypes } from './graph-schema.js';

const safeName = /^[A-Za-z][A-Za-z_]*$/;

describe('the graph schema', () => {
  it('has one label for each kind of entity and one type for each kind of link', () => {
    expect(new Set(entityLabels).size).toBe(entityKinds.length);
    expect(new Set(linkTypes.map(({ type }) => type)).size).toBe(linkTypes.length);
    expect(entityLabelOf('signing-key')).toBe('SigningKey');
    expect(linkTypeOf('was-issued')).toBe('WAS_ISSUED');
  });

  it('takes names from its tables only, whatever a kind says', () => {
    for (const kind of ['x`) DETACH DELETE n //', '__proto__', 'constructor', 'SigningKey', '', 'toString']) {
      expect(entityLabelOf(kind)).toBeNull();
      expect(linkTypeOf(kind)).toBe('LINK');
    }
  });

  it('holds names that need no escape, and indexes only properties that exist', () => {
    const { nodes, relationships, indexes } = graphSchema;
    const names = [...entityLabels, ...nodes.map((n) => n.label), ...relationships.map((r) => r.type)];
    expect(names.filter((name) => !safeName.test(name))).toEqual([]);
    const propertiesOf = new Map([
      ...nodes.map(({ label, properties }) => [label, properties] as const),
      ...relationships.map(({ type, properties }) => [type, properties] as const),
    ]);
    for (const { name, on, properties } of indexes) {
      const there = propertiesOf.get('label' in on ? on.label : on.type)?.map((property) => property.name);
      expect({ name, there }).toEqual({ name, there: expect.arrayContaining([...properties]) });
    }
  });

  it('draws each edge with the type that it names', () => {
    for (const { type, draws } of graphSchema.relationships) expect(draws).toContain(`[:${type}]`);
  });
});
