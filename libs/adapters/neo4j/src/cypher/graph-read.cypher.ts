import { anyLinkType } from './link-types.js';
import { cypher } from './statement.js';

/** Both bounds are computed from the state that the transaction read first: a save in between changes neither. */
function known(row: string): string {
  return `${row}.knownFromUs <= $atUs AND (${row}.knownToUs IS NULL OR ${row}.knownToUs >= $openUs)`;
}

const entity = `coalesce(e.longId, e.id) AS id, e.kind AS kind, e.key AS key, e.label AS label`;
const link = `coalesce(link.longId, link.id) AS id, coalesce(origin.longId, origin.id) AS from, coalesce(target.longId, target.id) AS to,
  link.kind AS kind, link.rule AS rule, link.basis AS basis, link.firstUs AS firstUs, link.lastUs AS lastUs, link.count AS count,
  link.events AS events`;
const page = `
  AND ($asOfUs IS NULL OR link.firstUs <= $asOfUs)
RETURN ${link}
ORDER BY link.firstUs, id
LIMIT $limit`;
const seek = ['NodeUniqueIndexSeek', 'Expand(All)'];

function at(node: string, pattern: string): string {
  return `
UNWIND $ids AS wanted
MATCH (${node}:Entity {id: wanted})
USING INDEX SEEK ${node}:Entity(id, knownFromUs)
WHERE ${known(node)}
MATCH ${pattern}
WHERE ${known('link')}`;
}

// (origin:Entity)-[link]->(target:Entity)
const incoming = at('target', `(target)<-[link:${anyLinkType}]-(origin:Entity)`);
const outgoing = at('origin', `(origin)-[link:${anyLinkType}]->(target:Entity)`);

export const graphReadCypher = {
  // (e:Entity)
  entities: cypher(
    `
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
USING INDEX SEEK e:Entity(id, knownFromUs)
WHERE ${known('e')}
RETURN ${entity}`,
    'NodeUniqueIndexSeek',
  ),
  // The hash leads to a few at most, kind and key decide.
  entityByRef: cypher(
    `
MATCH (e:Entity {ref: $ref})
USING INDEX SEEK e:Entity(ref)
WHERE e.kind = $kind AND e.key = $key AND ${known('e')}
RETURN ${entity}
LIMIT 1`,
    'NodeIndexSeek',
  ),
  // Any part of the text: reads every entity that the graph ever held, through the index of ids. See docs/adr/0016.
  find: cypher(
    `
MATCH (e:Entity)
USING INDEX e:Entity(id, knownFromUs)
WHERE e.id IS NOT NULL AND ${known('e')}
  AND (toLower(e.kind) CONTAINS toLower($text) OR toLower(e.key) CONTAINS toLower($text) OR toLower(e.label) CONTAINS toLower($text))
RETURN ${entity}
ORDER BY size(key), key, id
LIMIT $limit`,
    'NodeIndexScan',
    'Top',
  ),
  // One level of a walk: everything that ends, or starts, at one of the entities.
  incoming: cypher(`${incoming}\nRETURN ${link}`, ...seek),
  outgoing: cypher(`${outgoing}\nRETURN ${link}`, ...seek),
  incomingPage: cypher(`${incoming}${page}`, ...seek, 'Top'),
  outgoingPage: cypher(`${outgoing}${page}`, ...seek, 'Top'),
};
