import { linkTypes } from '@faultline/graph';
import type { CypherStatement } from './statement.js';

/** Types of links, without those of findings. */
export const typesOfLinks: readonly string[] = linkTypes.map(({ type }) => type);

/** `A|B|C`, for a pattern that passes links only. */
export const anyLinkType = typesOfLinks.join('|');

/** The same statement for each type: Cypher takes no type as a parameter, and here every one comes from the schema. */
export function forEachType(statement: (type: string) => CypherStatement): (type: string) => CypherStatement {
  const statements = new Map(typesOfLinks.map((type) => [type, statement(type)]));
  return (type) => {
    const found = statements.get(type);
    if (!found) throw new RangeError(`${type} is no type of link`);
    return found;
  };
}
