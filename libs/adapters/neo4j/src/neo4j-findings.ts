import type { Incident } from '@faultline/model';
import { findingsCypher as cypher } from './cypher/findings.cypher.js';
import { breakpointRows, impactRows, incidentRow, rootCauseRows } from './finding-rows.js';
import { integer } from './graph-rows.js';
import type { CypherRunner, Neo4jSession } from './neo4j-session.js';
import { stateOf } from './read-graph.js';

/** More incidents than anyone reads; the most severe come first. All of them are in the case store. */
const INCIDENTS_MAX = 1_000;

/** Incidents beside the graph, for people who explore it with Cypher. The case store holds the incidents themselves. */
export class Neo4jFindings {
  constructor(private readonly session: Neo4jSession) {}

  /**
   * Replaces all incidents in one transaction. Call it after `save` of the graph of the same analysis: a finding leads to the entities that the
   * current graph holds, ids of the others are in `entityIds`. May be repeated. Throws FL_NEO4J_UNAVAILABLE, FL_NEO4J_DENIED.
   */
  async saveIncidents(incidents: readonly Incident[]): Promise<void> {
    const kept = incidents.slice(0, INCIDENTS_MAX);
    await this.session.write(async (runner) => {
      await runner.run(cypher.clearCertificates);
      await runner.run(cypher.clearIncidents);
      for (const [place, incident] of kept.entries())
        await runner.run(cypher.addIncidents, { rows: [incidentRow(incident, place)] });
      await addFindings(runner, kept);
    });
  }
}

async function addFindings(runner: CypherRunner, incidents: readonly Incident[]): Promise<void> {
  const state = await stateOf(runner);
  if (state?.knownAtUs === undefined) return;
  const known = { knownAtUs: integer(state.knownAtUs) };
  await runner.run(cypher.addRootCauses, { rows: incidents.flatMap(rootCauseRows), ...known });
  await runner.run(cypher.addBreakpoints, { rows: incidents.flatMap(breakpointRows), ...known });
  await runner.run(cypher.addImpacts, { rows: incidents.flatMap(impactRows), ...known });
}
