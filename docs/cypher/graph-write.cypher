// Every query of the Neo4j graph write. Generated: npm run generate

// addEntities
// Plan: Create
UNWIND $rows AS row CREATE (e:Entity) SET e = row;

// NAME: each of the 41 second labels in docs/graph-schema.md
// addEntities
// Plan: Create
UNWIND $rows AS row CREATE (e:Entity:NAME) SET e = row;

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

// NAME: each of the 47 types of links in docs/graph-schema.md
// addLinks
// (origin)-[link:NAME]->(target)
// Plan: NodeUniqueIndexSeek(Locking), Create
UNWIND $rows AS row
MATCH (origin:Entity {id: row.from, knownFromUs: row.fromKnownUs})
USING INDEX origin:Entity(id, knownFromUs)
WITH origin, row.link AS properties, row.to AS targetId, row.toKnownUs AS targetKnownUs
MATCH (target:Entity {id: targetId, knownFromUs: targetKnownUs})
USING INDEX target:Entity(id, knownFromUs)
CREATE (origin)-[link:NAME]->(target)
SET link = properties;

// NAME: each of the 47 types of links in docs/graph-schema.md
// updateLinks
// ()-[link:NAME {knownFromUs: row.knownFromUs, id: row.id}]->()
// Plan: DirectedRelationshipIndexSeek
UNWIND $rows AS row
MATCH ()-[link:NAME {knownFromUs: row.knownFromUs, id: row.id}]->()
USING INDEX link:NAME(knownFromUs, id)
SET link += row.changed;

// NAME: each of the 47 types of links in docs/graph-schema.md
// closeLinks
// ()-[link:NAME {knownFromUs: row.knownFromUs, id: row.id}]->()
// Plan: DirectedRelationshipIndexSeek
UNWIND $rows AS row
MATCH ()-[link:NAME {knownFromUs: row.knownFromUs, id: row.id}]->()
USING INDEX link:NAME(knownFromUs, id)
SET link.knownToUs = $knownAtUs;

// NAME: each of the 47 types of links in docs/graph-schema.md
// removeLinksAfter
// ()-[link:NAME]->()
// Plan: DirectedRelationshipIndexSeekByRange
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

// NAME: each of the 47 types of links in docs/graph-schema.md
// forgetLinks
// ()-[link:NAME]->()
// Plan: DirectedRelationshipIndexSeekByRange
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

// NAME: each of the 47 types of links in docs/graph-schema.md
// heldLinks
// ()-[link:NAME]->()
// Plan: DirectedRelationshipIndexSeekByRange
MATCH ()-[link:NAME]->()
USING INDEX link:NAME(knownFromUs, id)
WHERE link.knownFromUs <= $knownAtUs AND link.id IS NOT NULL AND link.knownToUs IS NULL
RETURN coalesce(link.longId, link.id) AS id, link.knownFromUs AS knownFromUs, link.print AS print;
