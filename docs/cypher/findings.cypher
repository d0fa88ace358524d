// Every query of the Neo4j findings. Generated: npm run generate

// clearCertificates
// Plan: NodeIndexScan
MATCH (certificate:Certificate)
USING INDEX certificate:Certificate(incident)
WHERE certificate.incident IS NOT NULL
DETACH DELETE certificate;

// clearIncidents
// Plan: NodeIndexScan
MATCH (incident:Incident)
USING INDEX incident:Incident(id)
WHERE incident.id IS NOT NULL
DETACH DELETE incident;

// addIncidents
// (incident:Incident)-[:PROVED_BY]->(certificate:Certificate)
// Plan: Create
UNWIND $rows AS row
CREATE (incident:Incident)-[:PROVED_BY]->(certificate:Certificate)
SET incident = row.incident, certificate = row.certificate;

// addRootCauses
// (incident)-[finding:ROOT_CAUSE]->(entity)
// Plan: NodeUniqueIndexSeek, Create
UNWIND $rows AS row
MATCH (incident:Incident {id: row.incident})
USING INDEX SEEK incident:Incident(id)
WITH incident, row.finding AS properties, row.entity AS wanted
MATCH (entity:Entity {id: wanted})
USING INDEX SEEK entity:Entity(id, knownFromUs)
WHERE entity.knownFromUs <= $knownAtUs AND entity.knownToUs IS NULL
CREATE (incident)-[finding:ROOT_CAUSE]->(entity)
SET finding = properties;

// addBreakpoints
// (incident)-[finding:BREAKPOINT]->(entity)
// Plan: NodeUniqueIndexSeek, Create
UNWIND $rows AS row
MATCH (incident:Incident {id: row.incident})
USING INDEX SEEK incident:Incident(id)
WITH incident, row.finding AS properties, row.entity AS wanted
MATCH (entity:Entity {id: wanted})
USING INDEX SEEK entity:Entity(id, knownFromUs)
WHERE entity.knownFromUs <= $knownAtUs AND entity.knownToUs IS NULL
CREATE (incident)-[finding:BREAKPOINT]->(entity)
SET finding = properties;

// addImpacts
// (incident)-[finding:IMPACT]->(entity)
// Plan: NodeUniqueIndexSeek, Create
UNWIND $rows AS row
MATCH (incident:Incident {id: row.incident})
USING INDEX SEEK incident:Incident(id)
WITH incident, row.finding AS properties, row.entity AS wanted
MATCH (entity:Entity {id: wanted})
USING INDEX SEEK entity:Entity(id, knownFromUs)
WHERE entity.knownFromUs <= $knownAtUs AND entity.knownToUs IS NULL
CREATE (incident)-[finding:IMPACT]->(entity)
SET finding = properties;
