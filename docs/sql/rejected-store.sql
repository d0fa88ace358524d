-- Every query of the PostgreSQL rejected store. Generated: npm run generate

-- lock
SELECT pg_advisory_xact_lock(7041001);

-- add
WITH added AS (
  INSERT INTO faultline.rejected (id, body, raw, received_at_us)
  SELECT id, body, CASE WHEN length >= 0 THEN substring($3::bytea FROM start + 1 FOR length) END, received_at_us
  FROM unnest($1::text[], $2::text[], $4::integer[], $5::integer[], $6::bigint[]) WITH ORDINALITY
    AS given (id, body, start, length, received_at_us, place)
  ORDER BY place
  ON CONFLICT (id) DO NOTHING
  RETURNING 1
)
SELECT count(*)::integer AS added FROM added;

-- list
SELECT arrival, id, body, raw, received_at_us FROM faultline.rejected
WHERE arrival > $1 ORDER BY arrival LIMIT $2;

-- get
SELECT arrival, id, body, raw, received_at_us FROM faultline.rejected WHERE id = $1;

-- remove
WITH held AS MATERIALIZED (
  SELECT id FROM faultline.rejected WHERE id = ANY ($1::text[]) ORDER BY id COLLATE "C" FOR UPDATE
), gone AS (DELETE FROM faultline.rejected WHERE id IN (SELECT id FROM held) RETURNING 1)
SELECT count(*)::integer AS removed FROM gone;

-- count
SELECT count(*) AS count FROM faultline.rejected;
