export const caseStoreSql = {
  saveAnalysis: `
INSERT INTO faultline.analysis (slot, position, events, saved_at_us, document) VALUES (1, $1, $2, $3, $4)
ON CONFLICT (slot) DO UPDATE
SET position = excluded.position, events = excluded.events, saved_at_us = excluded.saved_at_us, document = excluded.document`,
  heldIncidents: `
SELECT place, encode(sha256(convert_to(body, 'UTF8')), 'hex') AS digest FROM faultline.incident ORDER BY place`,
  dropIncidents: `DELETE FROM faultline.incident WHERE place = ANY ($1::integer[])`,
  liftIncidents: `
UPDATE faultline.incident SET place = -given.place
FROM unnest($1::integer[], $2::integer[]) AS given (held, place) WHERE incident.place = given.held`,
  placeIncidents: `UPDATE faultline.incident SET place = -place WHERE place < 0`,
  addIncidents: `
INSERT INTO faultline.incident (place, id, body)
SELECT place, id, body FROM unnest($1::integer[], $2::text[], $3::text[]) AS given (place, id, body)`,
  latestAnalysis: `SELECT position, events, saved_at_us, document FROM faultline.analysis WHERE slot = 1`,
  savedAtUs: `SELECT saved_at_us FROM faultline.analysis WHERE slot = 1`,
  incidents: `SELECT body FROM faultline.incident ORDER BY place`,
  incident: `SELECT body FROM faultline.incident WHERE id = $1 ORDER BY place LIMIT 1`,
  recordSource: `
INSERT INTO faultline.source (sha256, path, kind, bytes, records, events, rejected, complete, received_at_us, deliveries)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
ON CONFLICT (sha256) DO UPDATE SET deliveries = faultline.source.deliveries + 1`,
  sources: `
SELECT sha256, path, kind, bytes, records, events, rejected, complete, received_at_us
FROM faultline.source ORDER BY arrival`,
  source: `
SELECT sha256, path, kind, bytes, records, events, rejected, complete, received_at_us
FROM faultline.source WHERE sha256 = $1`,
};
