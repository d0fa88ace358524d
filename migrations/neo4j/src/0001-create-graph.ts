import type { Neo4jMigration } from './migration.js';

const nodes = [
  // (id, knownFromUs): an entity that left the graph and came back is a node for each of its times.
  'CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE (n.id, n.knownFromUs) IS UNIQUE',
  'CREATE INDEX entity_ref IF NOT EXISTS FOR (n:Entity) ON (n.ref)',
  'CREATE CONSTRAINT graph_state_slot IF NOT EXISTS FOR (n:GraphState) REQUIRE (n.slot) IS UNIQUE',
  'CREATE CONSTRAINT incident_id IF NOT EXISTS FOR (n:Incident) REQUIRE (n.id) IS UNIQUE',
  'CREATE CONSTRAINT certificate_incident IF NOT EXISTS FOR (n:Certificate) REQUIRE (n.incident) IS UNIQUE',
  'CREATE CONSTRAINT schema_migration_number IF NOT EXISTS FOR (n:SchemaMigration) REQUIRE (n.number) IS UNIQUE',
];

/** One index for each type of link: by it a save finds what it changes, and what a save that died left behind. */
const linkTypes = [
  'ACCEPTED_BY',
  'ANSWERED',
  'ASSUMED',
  'AUTHORISED',
  'AUTOSTARTED',
  'CALLED',
  'COMMITTED',
  'CONNECTED_TO',
  'COULD_CONTROL',
  'DELETED',
  'DEPLOYED_BY',
  'ENTERED',
  'EXECUTED',
  'EXECUTED_AS',
  'FAILED_IN',
  'FETCHED_BY',
  'HOLDS',
  'IN',
  'INJECTED_INTO',
  'ISSUED',
  'LEFT_WORKSPACE_TO',
  'LOADED_BY',
  'NAMED_ON_COMMAND_LINE',
  'OPENED',
  'OWNED',
  'OWNS',
  'PRESENTED_IN',
  'PRODUCED',
  'PUSHED',
  'PUSHED_DIGEST',
  'RACED_IN',
  'RAISED',
  'RAN',
  'REACHED',
  'READ_MEMORY_OF',
  'REPLACED_CODE_OF',
  'RESOLVED_TO',
  'SENT',
  'SET',
  'SIGNED',
  'SHOWED_IN',
  'SIGNS_WITH',
  'SOURCE_OF',
  'SPEAKS_FOR',
  'STARTED',
  'TOOK_DOWN',
  'TOUCHED',
  'TRIGGERED',
  'TRUNCATED',
  'WAS_ISSUED',
  'WROTE',
  'LINK',
];

export const createGraph: Neo4jMigration = {
  number: 1,
  name: 'create-graph',
  statements: [
    ...nodes,
    ...linkTypes.map(
      (type) =>
        `CREATE INDEX link_${type.toLowerCase()} IF NOT EXISTS FOR ()-[r:${type}]-() ON (r.knownFromUs, r.id)`,
    ),
  ],
};
