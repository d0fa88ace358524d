export { connectNeo4j } from './connect-neo4j.js';
export { Neo4jFindings } from './neo4j-findings.js';
export { Neo4jGraphStore } from './neo4j-graph-store.js';
export type { Neo4jSession } from './neo4j-session.js';
export type { Neo4jSettings } from './neo4j-settings.js';
