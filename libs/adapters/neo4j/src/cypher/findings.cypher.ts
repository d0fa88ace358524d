import { cypher } from './statement.js';

const toEntity = (type: string) =>
  // (incident:Incident)-[:TYPE]->(entity:Entity)
  cypher(
    `UNWIND $rows AS row
MATCH (incident:Incident {id: row.incident})
USING INDEX SEEK incident:Incident(id)
WITH incident, row.finding AS properties, row.entity AS wanted
MATCH (entity:Entity {id: wanted})
USING INDEX SEEK entity:Entity(id, knownFromUs)
WHERE entity.knownFromUs <= $knownAtUs AND entity.knownToUs IS NULL
CREATE (incident)-[finding:${type}]->(entity)
SET finding = properties`,
    'NodeUniqueIndexSeek',
    'Create',
  );

export const findingsCypher = {
  clearCertificates: cypher(
    `MATCH (certificate:Certificate)
USING INDEX certificate:Certificate(incident)
WHERE certificate.incident IS NOT NULL
DETACH DELETE certificate`,
    'NodeIndexScan',
  ),
  clearIncidents: cypher(
    `MATCH (incident:Incident)
USING INDEX incident:Incident(id)
WHERE incident.id IS NOT NULL
DETACH DELETE incident`,
    'NodeIndexScan',
  ),
  // (:Incident)-[:PROVED_BY]->(:Certificate)
  addIncidents: cypher(
    `UNWIND $rows AS row
CREATE (incident:Incident)-[:PROVED_BY]->(certificate:Certificate)
SET incident = row.incident, certificate = row.certificate`,
    'Create',
  ),
  addRootCauses: toEntity('ROOT_CAUSE'),
  addBreakpoints: toEntity('BREAKPOINT'),
  addImpacts: toEntity('IMPACT'),
};
