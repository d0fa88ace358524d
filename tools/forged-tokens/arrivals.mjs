// @ts-check
// What a collector ends up with: some lines lost, some late, spread over files in one of three ways.
import { DAY, MINUTE, iso } from './calendar.mjs';

/** @typedef {{ name: string, lines: string[] }} File */

/** @param {import('./world.mjs').World} world @returns {File[]} */
export function arrivals(world) {
  const losing = world.random('losses');
  const delaying = world.random('delays');
  const share = world.variant['loss'] === 'none' ? 0 : 0.05;
  const late = world.variant['arrival'] === 'jittered' ? 3 * MINUTE : 0;
  const arrived = world.written
    .filter((record) => !losing.chance(share) || record.kept)
    .map((record) => ({ record, at: record.at + (delaying.chance(0.3) ? delaying.unit() * late : 0) }))
    .sort((a, b) => a.at - b.at);
  /** @type {Map<string, string[]>} */
  const files = new Map();
  for (const { record } of arrived) {
    const name = fileOf(world, record);
    const lines = files.get(name) ?? [];
    lines.push(record.line);
    files.set(name, lines);
  }
  return [...files].map(([name, lines]) => ({ name, lines })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {import('./world.mjs').World} world @param {import('./world.mjs').Written} record */
function fileOf(world, { source, at }) {
  const [kind, service] = source.split('/');
  if (kind === 'alerts-cef') return 'edgewall.log';
  const week = Math.floor((at - world.calendar.startAt) / (7 * DAY));
  switch (world.variant['layout']) {
    case 'weekly':
      return `${BASE[kind]}-${iso(world.calendar.startAt + week * 7 * DAY).slice(0, 10)}.jsonl`;
    case 'mixed':
      return kind === 'access' || kind === 'ledger' || kind === 'jwks'
        ? `identity-${week}.jsonl`
        : kind === 'wal'
          ? 'slot_changes.ndjson'
          : `collector-${week % 2}.ndjson`;
    default:
      return `${service ? `access-${service}` : BASE[kind]}.jsonl`;
  }
}

/** @type {Record<string, string>} */
const BASE = {
  ledger: 'keycloak-events',
  access: 'api-access',
  jwks: 'jwks-history',
  github: 'github-deliveries',
  'job-logs': 'ci-job-logs',
  cdevents: 'cdevents',
  provenance: 'provenance',
  changes: 'changes',
  wal: 'wal-main',
  alerts: 'siem-alerts',
};
