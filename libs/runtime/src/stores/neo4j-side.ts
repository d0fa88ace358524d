import { connectNeo4j, Neo4jGraphStore, Neo4jIncidents, type Neo4jSettings } from '@faultline/adapter-neo4j';
import type { GraphStore } from '@faultline/graph';
import type { Incident } from '@faultline/model';
import type { HealthCheck } from '@faultline/platform';

/** What an installation has of a Neo4j server. */
export interface Neo4jSide {
  readonly graph: GraphStore;
  readonly checks: readonly HealthCheck[];
  saveIncidents(incidents: readonly Incident[]): Promise<void>;
  close(): Promise<void>;
}

export async function openNeo4jSide(settings: Neo4jSettings): Promise<Neo4jSide> {
  const connection = await connectNeo4j(settings);
  const graph = new Neo4jGraphStore(connection);
  const incidents = new Neo4jIncidents(connection);
  return {
    graph,
    checks: [{ name: 'neo4j', check: () => graph.state() }],
    saveIncidents: (found) => incidents.save(found),
    close: () => connection.close(),
  };
}
