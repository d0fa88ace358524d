import { alertEntity, alertPlace, type EventOf, type Severity } from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';

/** Alerts beyond this many groups are listed by their worst; a page of thousands helps nobody. */
const maxGroups = 20;

/**
 * Alerts that come in as such: one impact per rule and place, however often it fired. Alerts about HTTP 401 are left to `unauthorised-burst`,
 * which sees the requests themselves, as long as such requests were read.
 */
export const alertAsImpact: Detection = {
  id: 'alert',
  find(index) {
    const seesRequests = index.of('token.use').length + index.of('http.access').length > 0;
    const groups = new Map<string, EventOf<'alert'>[]>();
    for (const alert of index.of('alert')) {
      if (seesRequests && alert.httpStatus === 401) continue;
      const key = alertEntity(alert).key;
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [alert]);
      else list.push(alert);
    }
    return [...groups.values()]
      .flatMap(impactOf)
      .sort((a, b) => b.score - a.score || a.atUs - b.atUs || (a.event < b.event ? -1 : 1))
      .slice(0, maxGroups);
  },
};

function impactOf(alerts: readonly EventOf<'alert'>[]): ImpactCandidate[] {
  const first = alerts[0];
  const last = alerts.at(-1);
  if (first === undefined || last === undefined) return [];
  const worst = alerts.reduce((most, alert) => Math.max(most, alert.severity ?? -1), -1);
  const place = alertPlace(first);
  return [
    {
      detection: 'alert',
      title: `${first.name}${place === null ? '' : ` on ${place.label}`}`,
      severity: severityOf(worst),
      // Among equals the rarer alert tells more.
      score: worst / 100 + 1 / (1 + alerts.length),
      entity: alertEntity(first),
      by: place,
      atUs: last.atUs,
      event: first.id,
      why: `rule “${first.name}” fired ${alerts.length} time${alerts.length === 1 ? '' : 's'}`,
      attack: [],
      carriers: null,
    },
  ];
}

function severityOf(score: number): Severity {
  if (score >= 90) return 'critical';
  if (score >= 70) return 'high';
  return score >= 40 ? 'medium' : 'low';
}
