import { graphStoreContract } from '@faultline/graph/testing';
import { afterAll, beforeAll, describe } from 'vitest';
import { Neo4jGraphStore } from './neo4j-graph-store.js';
import { graphDatabase, type GraphDatabase } from './testing/graph-database.js';

describe('Neo4jGraphStore', () => {
  let database: GraphDatabase;
  beforeAll(async () => {
    database = await graphDatabase();
  });
  afterAll(() => database.stop());

  graphStoreContract(async () => {
    await database.clear();
    return new Neo4jGraphStore(database.session);
  });
});
