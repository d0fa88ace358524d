// Every query of the Neo4j graph read. Generated: npm run generate

// entities
// Plan: NodeUniqueIndexSeek
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
USING INDEX SEEK e:Entity(id, knownFromUs)
WHERE e.knownFromUs <= $atUs AND (e.knownToUs IS NULL OR e.knownToUs >= $openUs)
RETURN coalesce(e.longId, e.id) AS id, e.kind AS kind, e.key AS key, e.label AS label;

// entityByRef
// Plan: NodeIndexSeek
MATCH (e:Entity {ref: $ref})
USING INDEX SEEK e:Entity(ref)
WHERE e.kind = $kind AND e.key = $key AND e.knownFromUs <= $atUs AND (e.knownToUs IS NULL OR e.knownToUs >= $openUs)
RETURN coalesce(e.longId, e.id) AS id, e.kind AS kind, e.key AS key, e.label AS label
LIMIT 1;

// find
// Plan: NodeIndexScan, Top
MATCH (e:Entity)
USING INDEX e:Entity(id, knownFromUs)
WHERE e.id IS NOT NULL AND e.knownFromUs <= $atUs AND (e.knownToUs IS NULL OR e.knownToUs >= $openUs)
  AND (toLower(e.kind) CONTAINS toLower($text) OR toLower(e.key) CONTAINS toLower($text) OR toLower(e.label) CONTAINS toLower($text))
RETURN coalesce(e.longId, e.id) AS id, e.kind AS kind, e.key AS key, e.label AS label
ORDER BY size(key), key, id
LIMIT $limit;

// incoming
// (target)<-[link]-(origin:Entity)
// Plan: NodeUniqueIndexSeek, Expand(All)
UNWIND $ids AS wanted
MATCH (target:Entity {id: wanted})
USING INDEX SEEK target:Entity(id, knownFromUs)
WHERE target.knownFromUs <= $atUs AND (target.knownToUs IS NULL OR target.knownToUs >= $openUs)
MATCH (target)<-[link:ACCEPTED_BY|ANSWERED|ASSUMED|AUTHORISED|AUTOSTARTED|CALLED|COMMITTED|CONNECTED_TO|COULD_CONTROL|DELETED|DEPLOYED_BY|ENTERED|EXECUTED|EXECUTED_AS|FAILED_IN|FETCHED_BY|HOLDS|IN|INJECTED_INTO|ISSUED|LEFT_WORKSPACE_TO|LOADED_BY|NAMED_ON_COMMAND_LINE|OPENED|OWNED|OWNS|PRESENTED_IN|PRODUCED|PUSHED|PUSHED_DIGEST|RACED_IN|RAISED|RAN|REACHED|READ_MEMORY_OF|REPLACED_CODE_OF|RESOLVED_TO|SENT|SET|SIGNED|SHOWED_IN|SIGNS_WITH|SOURCE_OF|SPEAKS_FOR|STARTED|TOOK_DOWN|TOUCHED|TRIGGERED|TRUNCATED|WAS_ISSUED|WROTE|LINK]-(origin:Entity)
WHERE link.knownFromUs <= $atUs AND (link.knownToUs IS NULL OR link.knownToUs >= $openUs)
RETURN coalesce(link.longId, link.id) AS id, coalesce(origin.longId, origin.id) AS from, coalesce(target.longId, target.id) AS to,
  link.kind AS kind, link.rule AS rule, link.basis AS basis, link.firstUs AS firstUs, link.lastUs AS lastUs, link.count AS count,
  link.events AS events;

// outgoing
// (origin)-[link]->(target:Entity)
// Plan: NodeUniqueIndexSeek, Expand(All)
UNWIND $ids AS wanted
MATCH (origin:Entity {id: wanted})
USING INDEX SEEK origin:Entity(id, knownFromUs)
WHERE origin.knownFromUs <= $atUs AND (origin.knownToUs IS NULL OR origin.knownToUs >= $openUs)
MATCH (origin)-[link:ACCEPTED_BY|ANSWERED|ASSUMED|AUTHORISED|AUTOSTARTED|CALLED|COMMITTED|CONNECTED_TO|COULD_CONTROL|DELETED|DEPLOYED_BY|ENTERED|EXECUTED|EXECUTED_AS|FAILED_IN|FETCHED_BY|HOLDS|IN|INJECTED_INTO|ISSUED|LEFT_WORKSPACE_TO|LOADED_BY|NAMED_ON_COMMAND_LINE|OPENED|OWNED|OWNS|PRESENTED_IN|PRODUCED|PUSHED|PUSHED_DIGEST|RACED_IN|RAISED|RAN|REACHED|READ_MEMORY_OF|REPLACED_CODE_OF|RESOLVED_TO|SENT|SET|SIGNED|SHOWED_IN|SIGNS_WITH|SOURCE_OF|SPEAKS_FOR|STARTED|TOOK_DOWN|TOUCHED|TRIGGERED|TRUNCATED|WAS_ISSUED|WROTE|LINK]->(target:Entity)
WHERE link.knownFromUs <= $atUs AND (link.knownToUs IS NULL OR link.knownToUs >= $openUs)
RETURN coalesce(link.longId, link.id) AS id, coalesce(origin.longId, origin.id) AS from, coalesce(target.longId, target.id) AS to,
  link.kind AS kind, link.rule AS rule, link.basis AS basis, link.firstUs AS firstUs, link.lastUs AS lastUs, link.count AS count,
  link.events AS events;

// incomingPage
// (target)<-[link]-(origin:Entity)
// Plan: NodeUniqueIndexSeek, Expand(All), Top
UNWIND $ids AS wanted
MATCH (target:Entity {id: wanted})
USING INDEX SEEK target:Entity(id, knownFromUs)
WHERE target.knownFromUs <= $atUs AND (target.knownToUs IS NULL OR target.knownToUs >= $openUs)
MATCH (target)<-[link:ACCEPTED_BY|ANSWERED|ASSUMED|AUTHORISED|AUTOSTARTED|CALLED|COMMITTED|CONNECTED_TO|COULD_CONTROL|DELETED|DEPLOYED_BY|ENTERED|EXECUTED|EXECUTED_AS|FAILED_IN|FETCHED_BY|HOLDS|IN|INJECTED_INTO|ISSUED|LEFT_WORKSPACE_TO|LOADED_BY|NAMED_ON_COMMAND_LINE|OPENED|OWNED|OWNS|PRESENTED_IN|PRODUCED|PUSHED|PUSHED_DIGEST|RACED_IN|RAISED|RAN|REACHED|READ_MEMORY_OF|REPLACED_CODE_OF|RESOLVED_TO|SENT|SET|SIGNED|SHOWED_IN|SIGNS_WITH|SOURCE_OF|SPEAKS_FOR|STARTED|TOOK_DOWN|TOUCHED|TRIGGERED|TRUNCATED|WAS_ISSUED|WROTE|LINK]-(origin:Entity)
WHERE link.knownFromUs <= $atUs AND (link.knownToUs IS NULL OR link.knownToUs >= $openUs)
  AND ($asOfUs IS NULL OR link.firstUs <= $asOfUs)
RETURN coalesce(link.longId, link.id) AS id, coalesce(origin.longId, origin.id) AS from, coalesce(target.longId, target.id) AS to,
  link.kind AS kind, link.rule AS rule, link.basis AS basis, link.firstUs AS firstUs, link.lastUs AS lastUs, link.count AS count,
  link.events AS events
ORDER BY link.firstUs, id
LIMIT $limit;

// outgoingPage
// (origin)-[link]->(target:Entity)
// Plan: NodeUniqueIndexSeek, Expand(All), Top
UNWIND $ids AS wanted
MATCH (origin:Entity {id: wanted})
USING INDEX SEEK origin:Entity(id, knownFromUs)
WHERE origin.knownFromUs <= $atUs AND (origin.knownToUs IS NULL OR origin.knownToUs >= $openUs)
MATCH (origin)-[link:ACCEPTED_BY|ANSWERED|ASSUMED|AUTHORISED|AUTOSTARTED|CALLED|COMMITTED|CONNECTED_TO|COULD_CONTROL|DELETED|DEPLOYED_BY|ENTERED|EXECUTED|EXECUTED_AS|FAILED_IN|FETCHED_BY|HOLDS|IN|INJECTED_INTO|ISSUED|LEFT_WORKSPACE_TO|LOADED_BY|NAMED_ON_COMMAND_LINE|OPENED|OWNED|OWNS|PRESENTED_IN|PRODUCED|PUSHED|PUSHED_DIGEST|RACED_IN|RAISED|RAN|REACHED|READ_MEMORY_OF|REPLACED_CODE_OF|RESOLVED_TO|SENT|SET|SIGNED|SHOWED_IN|SIGNS_WITH|SOURCE_OF|SPEAKS_FOR|STARTED|TOOK_DOWN|TOUCHED|TRIGGERED|TRUNCATED|WAS_ISSUED|WROTE|LINK]->(target:Entity)
WHERE link.knownFromUs <= $atUs AND (link.knownToUs IS NULL OR link.knownToUs >= $openUs)
  AND ($asOfUs IS NULL OR link.firstUs <= $asOfUs)
RETURN coalesce(link.longId, link.id) AS id, coalesce(origin.longId, origin.id) AS from, coalesce(target.longId, target.id) AS to,
  link.kind AS kind, link.rule AS rule, link.basis AS basis, link.firstUs AS firstUs, link.lastUs AS lastUs, link.count AS count,
  link.events AS events
ORDER BY link.firstUs, id
LIMIT $limit;
