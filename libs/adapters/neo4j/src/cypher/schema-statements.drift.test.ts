import { graphSchema } from '@faultline/graph';
import { migrations } from '@faultline/migrations-neo4j';
import { expect, it } from 'vitest';
import { schemaStatements } from './schema-statements.js';

it('the migrations make exactly the indexes of the schema', () => {
  const made = migrations.flatMap(({ statements }) => statements);
  expect([...made].sort()).toEqual([...schemaStatements(graphSchema.indexes)].sort());
});

it('the migrations count from one', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
});
