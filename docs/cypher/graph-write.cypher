// Every query of the Neo4j graph write. Generated: npm run generate

// addEntities
// Plan: Create
UNWIND $rows AS row
CREATE (e:Entity {id: row[0], longId: row[1], ref: row[2], kind: row[3], key: row[4], label: row[5], print: row[6],
  knownFromUs: $knownAtUs});

// NAME: each of the 43 types of links in docs/graph-schema.md
// addEntities
// Plan: Create
UNWIND $rows AS row
CREATE (e:Entity:NAME {id: row[0], longId: row[1], ref: row[2], kind: row[3], key: row[4], label: row[5], print: row[6],
  knownFromUs: $knownAtUs});

// updateEntities
// Plan: NodeUniqueIndexSeek(Locking)
UNWIND $rows AS row
MATCH (e:Entity {id: row.id, knownFromUs: row.knownFromUs})
USING INDEX e:Entity(id, knownFromUs)
SET e.label = row.label, e.print = row.print;

// closeEntities
// Plan: NodeUniqueIndexSeek(Locking)
UNWIND $rows AS row
MATCH (e:Entity {id: row.id, knownFromUs: row.knownFromUs})
USING INDEX e:Entity(id, knownFromUs)
SET e.knownToUs = $knownAtUs;

// NAME: each of the 52 types of links in docs/graph-schema.md
// addLinks
// Plan: NodeUniqueIndexSeek(Locking), Create
UNWIND $rows AS row
MATCH (origin:Entity {id: row[0], knownFromUs: row[1]})
USING INDEX SEEK origin:Entity(id, knownFromUs)
WITH origin, row, row[2] AS targetId, row[3] AS targetKnownUs
MATCH (target:Entity {id: targetId, knownFromUs: targetKnownUs})
USING INDEX SEEK target:Entity(id, knownFromUs)
CREATE (origin)-[link:NAME {id: row[4], longId: row[5], kind: row[6], rule: row[7], basis: row[8], firstUs: row[9],
  lastUs: row[10], count: row[11], events: row[12], print: row[13], knownFromUs: $knownAtUs}]->(target);

// NAME: each of the 52 types of links in docs/graph-schema.md
// updateLinks
// ()-[link:NAME {knownFromUs: row.knownFromUs, id: row.id}]->()
// Plan: DirectedRelationshipIndexSeek
UNWIND $rows AS row
MATCH ()-[link:NAME {knownFromUs: row.knownFromUs, id: row.id}]->()
USING INDEX link:NAME(knownFromUs, id)
SET link += row.changed;

// NAME: each of the 52 types of links in docs/graph-schema.md
// closeLinks
// ()-[link:NAME {knownFromUs: row.knownFromUs, id: row.id}]->()
// Plan: DirectedRelationshipIndexSeek
UNWIND $rows AS row
MATCH ()-[link:NAME {knownFromUs: row.knownFromUs, id: row.id}]->()
USING INDEX link:NAME(knownFromUs, id)
SET link.knownToUs = $knownAtUs;

// NAME: each of the 52 types of links in docs/graph-schema.md
// removeLinksAfter
// ()-[link:NAME]->()
// Plan: DirectedRelationshipIndexSeek
MATCH ()-[link:NAME]->()
USING INDEX link:NAME(knownFromUs, id)
WHERE link.knownFromUs > $knownAtUs AND link.id IS NOT NULL
WITH link LIMIT $partMax
DELETE link
RETURN count(*) AS removed;

// removeEntitiesAfter
// Plan: NodeIndexScan
MATCH (e:Entity)
USING INDEX e:Entity(id, knownFromUs)
WHERE e.id IS NOT NULL AND e.knownFromUs > $knownAtUs
WITH e LIMIT $partMax
DETACH DELETE e
RETURN count(*) AS removed;

// NAME: each of the 52 types of links in docs/graph-schema.md
// forgetLinks
// ()-[link:NAME]->()
// Plan: DirectedRelationshipIndexSeek
MATCH ()-[link:NAME]->()
USING INDEX link:NAME(knownFromUs, id)
WHERE link.knownFromUs < $beforeUs AND link.id IS NOT NULL AND link.knownToUs < $beforeUs
WITH link LIMIT $partMax
DELETE link
RETURN count(*) AS removed;

// forgetEntities
// Plan: NodeIndexScan
MATCH (e:Entity)
USING INDEX e:Entity(id, knownFromUs)
WHERE e.id IS NOT NULL AND e.knownFromUs < $beforeUs AND e.knownToUs < $beforeUs
WITH e LIMIT $partMax
DETACH DELETE e
RETURN count(*) AS removed;

// heldEntities
// Plan: NodeIndexScan
MATCH (e:Entity)
USING INDEX e:Entity(id, knownFromUs)
WHERE e.id IS NOT NULL AND e.knownFromUs <= $knownAtUs AND e.knownToUs IS NULL
RETURN coalesce(e.longId, e.id) AS id, e.knownFromUs AS knownFromUs, e.print AS print;

// NAME: each of the 52 types of links in docs/graph-schema.md
// heldLinks
// ()-[link:NAME]->()
// Plan: DirectedRelationshipIndexSeek
MATCH ()-[link:NAME]->()
USING INDEX link:NAME(knownFromUs, id)
WHERE link.knownFromUs <= $knownAtUs AND link.id IS NOT NULL AND link.knownToUs IS NULL
RETURN coalesce(link.longId, link.id) AS id, link.knownFromUs AS knownFromUs, link.print AS print;
