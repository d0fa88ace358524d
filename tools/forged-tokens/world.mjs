// @ts-check
// The stage: the company, the calendar of the four weeks, the clocks of the sources, and the pile of records.
import { DAY, HOUR, MINUTE, SECOND, ZONES } from './calendar.mjs';
import { foundCompany } from './company.mjs';
import { foundIssuers } from './issuers.mjs';
import { stream } from './random.mjs';

/** @typedef {{ source: string, at: number, line: string, kept: boolean }} Written one raw line; `kept` survives losses */
/** @typedef {ReturnType<typeof buildWorld>} World */

const TRAFFIC = { small: 0.55, medium: 0.9, large: 1.3 };

/** @param {number} seed @param {import('./variants.mjs').Variant} variant @param {boolean} benign */
export function buildWorld(seed, variant, benign) {
  const random = stream(seed, 'world');
  const zone = variant['zone'];
  const company = foundCompany(seed, variant);
  const [hour, minute] = variant['window'].split(':').map(Number);
  const dayStart = Date.UTC(2026, 0, 20) + random.int(0, 500) * DAY - ZONES[zone] * MINUTE;
  const nightAt = dayStart + hour * HOUR + minute * MINUTE;
  const calendar = {
    zone,
    dayStart,
    nightAt,
    nightEnd: nightAt + 6 * MINUTE,
    startAt: dayStart - 28 * DAY,
    endAt: dayStart + 10 * HOUR + random.int(0, 50) * MINUTE,
    ...release(random, variant, dayStart),
  };
  /** @type {Written[]} */
  const written = [];
  /** @type {Map<string, number>} */
  const offsets = new Map();
  return {
    seed,
    variant,
    benign,
    company,
    calendar,
    written,
    traffic: TRAFFIC[/** @type {keyof typeof TRAFFIC} */ (variant['volume'])],
    issuers: foundIssuers(stream(seed, 'issuers'), variant, company, calendar, benign),
    facts: noFacts(),
    random: (/** @type {string} */ name) => stream(seed, name),
    /** What the clock of a source shows at a true time. @param {string} source @param {number} at */
    clock(source, at) {
      if (variant['skew'] === 'none') return at;
      const known = offsets.get(source) ?? stream(seed, `clock/${source}`).between(-90, 90) * SECOND;
      offsets.set(source, known);
      return at + known;
    },
    /** @param {string} source @param {number} at @param {string | object} value @param {boolean} [kept] */
    write(source, at, value, kept = false) {
      if (at < calendar.startAt || at > calendar.endAt) return;
      written.push({ source, at, line: typeof value === 'string' ? value : JSON.stringify(value), kept });
    },
  };
}

/** When the release that matters was built and rolled out: in office hours, hours or days before the night. @param {import('./random.mjs').Random} random @param {import('./variants.mjs').Variant} variant @param {number} dayStart */
function release(random, variant, dayStart) {
  const daysBefore = variant['lag'] === 'days' ? random.int(2, 3) : 1;
  const builtAt = dayStart - daysBefore * DAY + random.between(14, 17.5) * HOUR;
  return { builtAt, releasedAt: builtAt + random.between(28, 100) * MINUTE };
}

/** Things that happened, before any log format is applied. */
function noFacts() {
  return {
    /** @type {import('./issuance.mjs').LedgerFact[]} */ ledger: [],
    /** @type {import('./issuance.mjs').Token[]} */ tokens: [],
    /** @type {import('./access-log.mjs').Access[]} */ accesses: [],
    /** @type {import('./release-train.mjs').Run[]} */ runs: [],
    /** @type {import('./release-train.mjs').Rollout[]} */ rollouts: [],
    /** @type {import('./change-tickets.mjs').Ticket[]} */ tickets: [],
  };
}
