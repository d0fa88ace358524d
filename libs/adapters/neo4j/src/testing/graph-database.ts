import { sharedNeo4j } from '@faultline/test-servers';
import { connectNeo4j } from '../connect-neo4j.js';
import type { CypherStatement } from '../cypher/statement.js';
import type { Neo4jSession } from '../neo4j-session.js';
import type { Neo4jSettings } from '../neo4j-settings.js';

export interface GraphDatabase {
  readonly settings: Neo4jSettings;
  readonly session: Neo4jSession;
  /** Removes what is ours, keeps schema and everything else. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** A real Neo4j with our schema. */
export async function graphDatabase(): Promise<GraphDatabase> {
  const server = await sharedNeo4j();
  const settings = { url: server.url, user: server.user, password: server.password, database: 'neo4j' };
  const session = await connectNeo4j(settings, { timeoutMs: 60_000 });
  const stop = async () => {
    await session.close();
    await server.stop();
  };
  return { settings, session, clear: () => clear(session), stop };
}

export function text(cypher: string): CypherStatement {
  return { text: cypher, plan: [] };
}

export async function clear(session: Neo4jSession): Promise<void> {
  for (const label of ['Entity', 'GraphState', 'Incident', 'Certificate'])
    await session.run(
      text(`MATCH (n:${label}) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS`),
    );
}
