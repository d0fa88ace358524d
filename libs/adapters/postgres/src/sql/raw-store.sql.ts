export const rawStoreSql = {
  known: `SELECT id FROM faultline.raw_record WHERE id = ANY ($1::text[])`,
  addBlock: `INSERT INTO faultline.raw_block (deflated) VALUES ($1) RETURNING id`,
  // Everyone inserts in the same order: two writers of the same records in different orders would wait for each other.
  addRecords: `
WITH added AS (
  INSERT INTO faultline.raw_record (id, block, start, length)
  SELECT id, block, start, length
  FROM unnest($1::text[], $2::bigint[], $3::integer[], $4::integer[]) AS given (id, block, start, length)
  ORDER BY id COLLATE "C"
  ON CONFLICT (id) DO NOTHING
  RETURNING 1
)
SELECT count(*)::integer AS added FROM added`,
  places: `
SELECT id, block, start, length FROM faultline.raw_record WHERE id = ANY ($1::text[]) ORDER BY block, start`,
  block: `SELECT deflated FROM faultline.raw_block WHERE id = $1`,
  count: `SELECT count(*) AS count FROM faultline.raw_record`,
};
