import type { GraphIndex } from '@faultline/graph';

/** What a migration must hold so that the database has these indexes and constraints. */
export function schemaStatements(indexes: readonly GraphIndex[]): readonly string[] {
  return indexes.map(({ name, on, properties, unique }) => {
    const [variable, pattern] = 'label' in on ? ['n', `(n:${on.label})`] : ['r', `()-[r:${on.type}]-()`];
    const keys = properties.map((property) => `${variable}.${property}`).join(', ');
    return unique
      ? `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ${pattern} REQUIRE (${keys}) IS UNIQUE`
      : `CREATE INDEX ${name} IF NOT EXISTS FOR ${pattern} ON (${keys})`;
  });
}
