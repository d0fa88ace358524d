import { createHash } from 'node:crypto';
import type { Incident } from '@faultline/model';
import { type HeldIncident, incidentChanges } from './incident-changes.js';
import type { PostgresSession } from './postgres-session.js';
import { caseStoreSql as sql } from './sql/case-store.sql.js';

/**
 * Makes the stored list the given one, inside the caller's transaction and under its lock. Most incidents are the same from one analysis
 * to the next: their bodies, which may be megabytes, are neither sent nor written again.
 */
export async function saveIncidents(session: PostgresSession, incidents: readonly Incident[]): Promise<void> {
  const bodies = incidents.map((incident) => JSON.stringify(incident));
  const held = await session.query<HeldIncident>(sql.heldIncidents);
  const { dropped, moved, added } = incidentChanges(held, bodies.map(digestOf));
  if (dropped.length > 0) await session.query(sql.dropIncidents, [dropped]);
  if (moved.length > 0) {
    // In two steps: the key is checked row by row, so an incident may not even for a moment take a place that another still has.
    await session.query(sql.liftIncidents, [moved.map(({ from }) => from), moved.map(({ to }) => to)]);
    await session.query(sql.placeIncidents);
  }
  if (added.length > 0)
    await session.query(sql.addIncidents, [
      added,
      added.map((place) => incidents[place - 1]?.id),
      added.map((place) => bodies[place - 1]),
    ]);
}

/** Not MD5: who can write records could make a changed incident look like the one that is stored. */
function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
