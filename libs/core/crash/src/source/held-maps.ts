import type { GoExpression } from './go-file.js';
import type { TypeSite } from './go-program.js';
import type { MapAccesses } from './map-accesses.js';
import type { Standpoint } from './resolve-expression.js';

/** Structs in structs: what encoders walk is deeper at times, and then less telling. */
const depthMax = 3;

/** Names of the maps in the fields of a struct, as an encoder or a printer walks them. */
export function heldMaps(
  expression: GoExpression,
  here: Standpoint,
  { resolver, aliases }: MapAccesses,
): readonly string[] {
  const namesOf = (type: TypeSite | null, depth: number): readonly string[] => {
    if (type === null || depth > depthMax) return [];
    return type.declaration.fields.flatMap(({ name, type: fieldType }) => {
      const literal = { kind: 'literal', type: { ...fieldType, name: type.declaration.name } } as const;
      const field = aliases.nameOf(
        { kind: 'field', of: literal, name },
        { file: type.file, site: null, at: 0 },
      );
      const inner = fieldType.element?.name ?? fieldType.name;
      const below = inner === '' ? [] : namesOf(resolver.program.typeNamed(inner, type.file), depth + 1);
      return [...(field === null ? [] : [field, `${field}[]`]), ...below];
    });
  };
  return namesOf(resolver.typeSiteOf(expression, here), 0);
}
