-- Every query of the PostgreSQL graph store. Generated: npm run generate

-- lock
SELECT pg_advisory_xact_lock(7041002);

-- clearLinks
DELETE FROM faultline.graph_link;

-- clearEntities
DELETE FROM faultline.graph_entity;

-- addEntities
INSERT INTO faultline.graph_entity (number, ref, id, kind, key, label)
SELECT number, md5(id)::uuid, id, kind, key, label
FROM unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::text[]) AS given (number, id, kind, key, label);

-- addLinks
INSERT INTO faultline.graph_link (number, id, from_number, to_number, kind, rule, basis, first_us, last_us, count, events)
SELECT number, id, from_number, to_number, kind, rule, basis, first_us, last_us, count, events
FROM unnest($1::integer[], $2::text[], $3::integer[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::bigint[],
  $9::bigint[], $10::integer[], $11::text[])
  AS given (number, id, from_number, to_number, kind, rule, basis, first_us, last_us, count, events);

-- saveHash
INSERT INTO faultline.graph (slot, hash) VALUES (1, $1) ON CONFLICT (slot) DO UPDATE SET hash = excluded.hash;

-- hash
SELECT hash FROM faultline.graph WHERE slot = 1;

-- entities
SELECT id, kind, key, label FROM faultline.graph_entity WHERE ref IN (SELECT md5(id)::uuid FROM unnest($1::text[]) AS given (id));

-- entityByRef
SELECT id, kind, key, label FROM faultline.graph_entity WHERE kind = $1 AND key = $2 LIMIT 1;

-- find
SELECT id, kind, key, label FROM faultline.graph_entity
WHERE strpos(lower(kind), lower($1)) > 0 OR strpos(lower(key), lower($1)) > 0 OR strpos(lower(label), lower($1)) > 0
ORDER BY length(key), key COLLATE "C", id COLLATE "C" LIMIT $2;

-- incoming
SELECT link.id, origin.id AS "from", target.id AS "to", link.kind, link.rule, link.basis,
  link.first_us, link.last_us, link.count, link.events
FROM faultline.graph_link link
JOIN faultline.graph_entity origin ON origin.number = link.from_number
JOIN faultline.graph_entity target ON target.number = link.to_number WHERE target.ref IN (SELECT md5(id)::uuid FROM unnest($1::text[]) AS given (id));

-- outgoing
SELECT link.id, origin.id AS "from", target.id AS "to", link.kind, link.rule, link.basis,
  link.first_us, link.last_us, link.count, link.events
FROM faultline.graph_link link
JOIN faultline.graph_entity origin ON origin.number = link.from_number
JOIN faultline.graph_entity target ON target.number = link.to_number WHERE origin.ref IN (SELECT md5(id)::uuid FROM unnest($1::text[]) AS given (id));

-- incomingPage
SELECT link.id, origin.id AS "from", target.id AS "to", link.kind, link.rule, link.basis,
  link.first_us, link.last_us, link.count, link.events
FROM faultline.graph_link link
JOIN faultline.graph_entity origin ON origin.number = link.from_number
JOIN faultline.graph_entity target ON target.number = link.to_number
WHERE target.ref = md5($1)::uuid AND ($2::bigint IS NULL OR link.first_us <= $2)
ORDER BY link.first_us, link.id COLLATE "C" LIMIT $3;

-- outgoingPage
SELECT link.id, origin.id AS "from", target.id AS "to", link.kind, link.rule, link.basis,
  link.first_us, link.last_us, link.count, link.events
FROM faultline.graph_link link
JOIN faultline.graph_entity origin ON origin.number = link.from_number
JOIN faultline.graph_entity target ON target.number = link.to_number
WHERE origin.ref = md5($1)::uuid AND ($2::bigint IS NULL OR link.first_us <= $2)
ORDER BY link.first_us, link.id COLLATE "C" LIMIT $3;
