import { entityLabels } from '@faultline/graph';
import { forEachType } from './link-types.js';
import { cypher } from './statement.js';

/** Rows that a transaction removes at most, so that none grows large. */
const PART = 'LIMIT $partMax';

// (e:Entity:Label)
function addEntities(labels: string) {
  return cypher(
    `UNWIND $rows AS row
CREATE (e:${labels} {id: row[0], longId: row[1], ref: row[2], kind: row[3], key: row[4], label: row[5], print: row[6],
  knownFromUs: $knownAtUs})`,
    'Create',
  );
}

const byLabel = new Map(entityLabels.map((label) => [label, addEntities(`Entity:${label}`)]));
const plain = addEntities('Entity');

// (origin:Entity)-[link:TYPE]->(target:Entity). The hints keep the plan when it was made for an empty database,
// WITH keeps the two look-ups from becoming a product.
const addLinks = forEachType((type) =>
  cypher(
    `UNWIND $rows AS row
MATCH (origin:Entity {id: row[0], knownFromUs: row[1]})
USING INDEX SEEK origin:Entity(id, knownFromUs)
WITH origin, row, row[2] AS targetId, row[3] AS targetKnownUs
MATCH (target:Entity {id: targetId, knownFromUs: targetKnownUs})
USING INDEX SEEK target:Entity(id, knownFromUs)
CREATE (origin)-[link:${type} {id: row[4], longId: row[5], kind: row[6], rule: row[7], basis: row[8], firstUs: row[9],
  lastUs: row[10], count: row[11], events: row[12], print: row[13], knownFromUs: $knownAtUs}]->(target)`,
    'NodeUniqueIndexSeek(Locking)',
    'Create',
  ),
);

function eachLink(type: string, change: string): string {
  return `UNWIND $rows AS row
MATCH ()-[link:${type} {knownFromUs: row.knownFromUs, id: row.id}]->()
USING INDEX link:${type}(knownFromUs, id)
${change}`;
}
const linkSeek = 'DirectedRelationshipIndexSeek';

const eachEntity = `UNWIND $rows AS row
MATCH (e:Entity {id: row.id, knownFromUs: row.knownFromUs})
USING INDEX e:Entity(id, knownFromUs)`;

export const graphWriteCypher = {
  addEntities: (label: string | null) => (label === null ? plain : (byLabel.get(label) ?? plain)),
  updateEntities: cypher(
    `${eachEntity}\nSET e.label = row.label, e.print = row.print`,
    'NodeUniqueIndexSeek(Locking)',
  ),
  closeEntities: cypher(`${eachEntity}\nSET e.knownToUs = $knownAtUs`, 'NodeUniqueIndexSeek(Locking)'),
  addLinks,
  updateLinks: forEachType((type) => cypher(eachLink(type, 'SET link += row.changed'), linkSeek)),
  closeLinks: forEachType((type) => cypher(eachLink(type, 'SET link.knownToUs = $knownAtUs'), linkSeek)),
  // What a save that died left behind: known from a time after that of the state.
  removeLinksAfter: forEachType((type) =>
    cypher(
      `MATCH ()-[link:${type}]->()
USING INDEX link:${type}(knownFromUs, id)
WHERE link.knownFromUs > $knownAtUs AND link.id IS NOT NULL
WITH link ${PART}
DELETE link
RETURN count(*) AS removed`,
      'DirectedRelationshipIndexSeek',
    ),
  ),
  removeEntitiesAfter: cypher(
    `MATCH (e:Entity)
USING INDEX e:Entity(id, knownFromUs)
WHERE e.id IS NOT NULL AND e.knownFromUs > $knownAtUs
WITH e ${PART}
DETACH DELETE e
RETURN count(*) AS removed`,
    'NodeIndexScan',
  ),
  // History that nobody may ask for any more; once a day of known time.
  forgetLinks: forEachType((type) =>
    cypher(
      `MATCH ()-[link:${type}]->()
USING INDEX link:${type}(knownFromUs, id)
WHERE link.knownFromUs < $beforeUs AND link.id IS NOT NULL AND link.knownToUs < $beforeUs
WITH link ${PART}
DELETE link
RETURN count(*) AS removed`,
      'DirectedRelationshipIndexSeek',
    ),
  ),
  forgetEntities: cypher(
    `MATCH (e:Entity)
USING INDEX e:Entity(id, knownFromUs)
WHERE e.id IS NOT NULL AND e.knownFromUs < $beforeUs AND e.knownToUs < $beforeUs
WITH e ${PART}
DETACH DELETE e
RETURN count(*) AS removed`,
    'NodeIndexScan',
  ),
  // What the graph holds now, for the difference; once for each process.
  heldEntities: cypher(
    `MATCH (e:Entity)
USING INDEX e:Entity(id, knownFromUs)
WHERE e.id IS NOT NULL AND e.knownFromUs <= $knownAtUs AND e.knownToUs IS NULL
RETURN coalesce(e.longId, e.id) AS id, e.knownFromUs AS knownFromUs, e.print AS print`,
    'NodeIndexScan',
  ),
  heldLinks: forEachType((type) =>
    cypher(
      `MATCH ()-[link:${type}]->()
USING INDEX link:${type}(knownFromUs, id)
WHERE link.knownFromUs <= $knownAtUs AND link.id IS NOT NULL AND link.knownToUs IS NULL
RETURN coalesce(link.longId, link.id) AS id, link.knownFromUs AS knownFromUs, link.print AS print`,
      'DirectedRelationshipIndexSeek',
    ),
  ),
};
