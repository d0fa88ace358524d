import { connectNeo4j, Neo4jFindings, Neo4jGraphStore, type Neo4jSettings } from '@faultline/adapter-neo4j';
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
  const session = await connectNeo4j(settings);
  const graph = new Neo4jGraphStore(session);
  const findings = new Neo4jFindings(session);
  return {
    graph,
    checks: [{ name: 'neo4j', check: () => graph.state() }],
    saveIncidents: (incidents) => findings.saveIncidents(incidents),
    close: () => session.close(),
  };
}
