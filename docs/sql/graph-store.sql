-- Every query of the PostgreSQL graph store. Generated: npm run generate

-- lock
SELECT pg_advisory_xact_lock(7041002);

-- state
SELECT hash, detail, truncated, entities, links, known_at_us, position FROM faultline.graph WHERE slot = 1;

-- saveState
INSERT INTO faultline.graph (slot, hash, detail, truncated, entities, links, known_at_us, position)
VALUES (1, $1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (slot) DO UPDATE SET hash = excluded.hash, detail = excluded.detail, truncated = excluded.truncated,
  entities = excluded.entities, links = excluded.links, known_at_us = excluded.known_at_us, position = excluded.position;

-- heldEntities
SELECT id, fingerprint FROM faultline.graph_entity WHERE known_to_us = 9223372036854775807;

-- heldLinks
SELECT id, fingerprint FROM faultline.graph_link WHERE known_to_us = 9223372036854775807;

-- closeEntities
UPDATE faultline.graph_entity SET known_to_us = $2 WHERE known_to_us = 9223372036854775807 AND ref IN (SELECT md5(id)::uuid FROM unnest($1::text[]) AS given (id));

-- closeLinks
UPDATE faultline.graph_link SET known_to_us = $2 WHERE known_to_us = 9223372036854775807 AND ref IN (SELECT md5(id)::uuid FROM unnest($1::text[]) AS given (id));

-- updateEntities
UPDATE faultline.graph_entity entity SET label = given.label, fingerprint = given.fingerprint
FROM unnest($1::text[], $2::text[], $3::text[]) AS given (id, label, fingerprint)
WHERE entity.known_to_us = 9223372036854775807 AND entity.ref = md5(given.id)::uuid;

-- updateLinks
UPDATE faultline.graph_link link SET first_us = given.first_us, last_us = given.last_us, count = given.count,
  events = given.events, fingerprint = given.fingerprint
FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::integer[], $5::text[], $6::text[])
  AS given (id, first_us, last_us, count, events, fingerprint)
WHERE link.known_to_us = 9223372036854775807 AND link.ref = md5(given.id)::uuid;

-- addEntities
INSERT INTO faultline.graph_entity (ref, known_from_us, known_to_us, name_ref, id, kind, key, label, fingerprint)
SELECT md5(id)::uuid, $6, 9223372036854775807, md5(length(kind) || ':' || kind || key)::uuid, id, kind, key, label, fingerprint
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS given (id, kind, key, label, fingerprint);

-- addLinks
INSERT INTO faultline.graph_link (ref, known_from_us, known_to_us, from_ref, to_ref, id, from_id, to_id, kind, rule, basis,
  first_us, last_us, count, events, fingerprint)
SELECT md5(id)::uuid, $12, 9223372036854775807, md5(from_id)::uuid, md5(to_id)::uuid, id, from_id, to_id, kind, rule, basis,
  first_us, last_us, count, events, fingerprint
FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[],
  $9::text[], $10::text[], $11::text[])
  AS given (id, first_us, last_us, count, events, fingerprint, from_id, to_id, kind, rule, basis);

-- forgetLinks
DELETE FROM faultline.graph_link WHERE known_to_us < $1;

-- forgetEntities
DELETE FROM faultline.graph_entity WHERE known_to_us < $1;

-- entities
SELECT id, kind, key, label FROM faultline.graph_entity WHERE ref IN (SELECT md5(id)::uuid FROM unnest($1::text[]) AS given (id)) AND known_from_us <= $2 AND known_to_us > $2;

-- entityByRef
SELECT id, kind, key, label FROM faultline.graph_entity WHERE name_ref = md5(length($1::text) || ':' || $1::text || $3::text)::uuid AND known_from_us <= $2 AND known_to_us > $2 AND kind = $1 AND key = $3 LIMIT 1;

-- find
SELECT id, kind, key, label FROM faultline.graph_entity
WHERE known_to_us = 9223372036854775807
  AND (strpos(lower(kind), lower($1)) > 0 OR strpos(lower(key), lower($1)) > 0 OR strpos(lower(label), lower($1)) > 0)
ORDER BY length(key), key COLLATE "C", id COLLATE "C" LIMIT $2;

-- incoming
SELECT id, from_id AS "from", to_id AS "to", kind, rule, basis, first_us, last_us, count, events
FROM faultline.graph_link WHERE to_ref IN (SELECT md5(id)::uuid FROM unnest($1::text[]) AS given (id)) AND known_from_us <= $2 AND known_to_us > $2;

-- outgoing
SELECT id, from_id AS "from", to_id AS "to", kind, rule, basis, first_us, last_us, count, events
FROM faultline.graph_link WHERE from_ref IN (SELECT md5(id)::uuid FROM unnest($1::text[]) AS given (id)) AND known_from_us <= $2 AND known_to_us > $2;

-- incomingPage
SELECT id, from_id AS "from", to_id AS "to", kind, rule, basis, first_us, last_us, count, events
FROM faultline.graph_link
WHERE to_ref = md5($1)::uuid
  AND known_from_us <= $2 AND known_to_us > $2 AND ($3::bigint IS NULL OR first_us <= $3)
ORDER BY first_us, id COLLATE "C" LIMIT $4;

-- outgoingPage
SELECT id, from_id AS "from", to_id AS "to", kind, rule, basis, first_us, last_us, count, events
FROM faultline.graph_link
WHERE from_ref = md5($1)::uuid
  AND known_from_us <= $2 AND known_to_us > $2 AND ($3::bigint IS NULL OR first_us <= $3)
ORDER BY first_us, id COLLATE "C" LIMIT $4;
