-- Every query of the PostgreSQL event log. Generated: npm run generate

-- lock
SELECT pg_advisory_xact_lock(7041001);

-- append
WITH added AS (
  INSERT INTO faultline.event (id, at_us, kind, body)
  SELECT id, at_us, kind, convert_from(substring($4::bytea FROM start + 1 FOR length), 'UTF8')
  FROM unnest($1::text[], $2::bigint[], $3::text[], $5::integer[], $6::integer[]) WITH ORDINALITY
    AS given (id, at_us, kind, start, length, place)
  ORDER BY place
  ON CONFLICT (id) DO NOTHING
  RETURNING 1
)
SELECT count(*)::integer AS appended FROM added;

-- byIds
SELECT body FROM faultline.event WHERE id = ANY ($1::text[]) ORDER BY position;

-- ofKind
SELECT body FROM faultline.event WHERE kind = $1 ORDER BY position DESC LIMIT $2;

-- read
SELECT position, body FROM faultline.event WHERE position > $1 ORDER BY position LIMIT $2;

-- acknowledged
SELECT position FROM faultline.event_group WHERE name = $1;

-- acknowledge
INSERT INTO faultline.event_group (name, position) VALUES ($1, $2)
ON CONFLICT (name) DO UPDATE SET position = greatest(faultline.event_group.position, excluded.position);

-- end
SELECT coalesce(max(position), 0) AS position FROM faultline.event;

-- count
SELECT count(*) AS count FROM faultline.event;
