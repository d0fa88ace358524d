import { alertEntity, alertPlace, type EventOf, type Severity, isoSeconds } from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';

/** From this severity on an alert is an impact of its own; ordinary monitoring stays below. */
const impactSeverity = 70;
/** Where no alert is that severe, this many groups are taken all the same: the rarest, since a rule that fires all day explains nothing. */
const maxWeakGroups = 5;
const maxGroups = 20;
/** Things that many unrelated requests reach all the time. */
const busyKinds: ReadonlySet<string> = new Set(['service', 'ip', 'host']);
const busyHorizonUs = 15 * 60_000_000;

/**
 * Alerts that come in as such: one impact per rule and place, however often it fired. Alerts about HTTP 401 are left to `unauthorised-burst`,
 * which sees the requests themselves; where no request was read they stand for them. Weak alerts become impacts only where nothing severe was raised and
 * nothing but alerts was read.
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
    const severe = [...groups.values()].filter((alerts) =>
      alerts.some((alert) => (alert.severity ?? 0) >= impactSeverity || alert.httpStatus === 401),
    );
    const onlyAlerts = index.of('alert').length === index.size;
    const chosen = severe.length > 0 || !onlyAlerts ? severe : [...groups.values()];
    return chosen
      .flatMap(impactOf)
      .sort((a, b) => b.score - a.score || a.atUs - b.atUs || (a.event < b.event ? -1 : 1))
      .slice(0, severe.length > 0 ? maxGroups : maxWeakGroups);
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
      event: last.id,
      why: `rule “${first.name}” fired ${alerts.length === 1 ? '1 time' : `${alerts.length} times, first at ${isoSeconds(first.atUs)}`}`,
      attack: [],
      carriers: null,
      horizonUs: place !== null && busyKinds.has(place.kind) ? busyHorizonUs : null,
    },
  ];
}

function severityOf(score: number): Severity {
  if (score >= 90) return 'critical';
  if (score >= 70) return 'high';
  return score >= 40 ? 'medium' : 'low';
}
