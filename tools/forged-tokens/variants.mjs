// @ts-check
// The named stories, and how a `--variant` argument becomes a full set of choices.
import { DECOYS, DIMENSIONS } from './dimensions.mjs';
import { stream } from './random.mjs';

/** @typedef {Record<string, string>} Variant one value per dimension, plus `name` */

/** @type {Record<string, Record<string, string>>} */
export const NAMED = {
  article: {
    zone: 'Asia/Shanghai',
    window: '02:17',
    lawfulJti: 'ulid',
    forgedJti: 'decimal',
    forgedGaps: 'dense',
    forgedShape: 'header-order',
    forgedLife: 'same',
    pace: 'live',
    issuer: 'unlisted',
    kid: 'real',
    signature: 'verified',
    jwksService: 'named',
    writes: 'both',
    ci: 'github',
    stack: 'node',
    poison: 'added-module',
    lag: 'hours',
    chain: 'chain-id',
    provenance: 'none',
    alerts: 'both',
    skew: 'none',
    loss: 'none',
    arrival: 'ordered',
    layout: 'by-source',
    bom: 'some',
    volume: 'small',
    theme: 'retail',
    rotations: '1',
    decoys: 'other-lockfile+runner-image',
  },
  'unknown-kid': { kid: 'unknown', signature: 'unverified' },
  'retagged-action': { poison: 'retagged-action', ci: 'github' },
  'extra-download': { poison: 'extra-download' },
  'extra-compile': { poison: 'extra-compile', stack: 'node' },
  'shaded-module': { poison: 'added-module', stack: 'java' },
  'restored-cache': { poison: 'restored-cache', ci: 'github' },
  'install-hook': { poison: 'install-hook', stack: 'node' },
  'base-image-moved': { poison: 'base-image' },
  'cdevents-node': { ci: 'cdevents', stack: 'node' },
  'cdevents-java': { ci: 'cdevents', stack: 'java' },
  'staff-realm': { issuer: 'staff-realm' },
  'same-issuer-string': { issuer: 'same-string' },
  'lawful-sequence': { lawfulJti: 'client-sequence', forgedJti: 'prefixed' },
  'lawful-snowflake': { lawfulJti: 'snowflake', forgedJti: 'decimal' },
  'lawful-uuid7-hex-forged': { lawfulJti: 'uuid7', forgedJti: 'hex' },
  'opaque-ids-with-gaps': { lawfulJti: 'base64url', forgedGaps: 'gaps' },
  'spread-use': { pace: 'spread', forgedLife: 'longer' },
  'brute-force-beside': { decoys: 'brute-force' },
  'garbage-tokens-beside': { decoys: 'brute-force+garbage-tokens' },
  'busy-pipelines': { decoys: 'other-lockfile+workflow-bump+runner-image', ci: 'github' },
  'cron-and-emergency': { decoys: 'cron-burst+emergency-deploy' },
  'stale-client': { decoys: 'stale-client' },
  'skewed-clocks': { skew: '90s', loss: 'none' },
  'lossy-collectors': { loss: '5%', skew: '90s' },
  'mixed-files': { layout: 'mixed', arrival: 'jittered' },
  'cef-alerts': { alerts: 'cef' },
  'domain-join-only': { jwksService: 'by-domain', chain: 'digest-only' },
  'provenance-everywhere': { provenance: 'all' },
  'provenance-absent-once': { provenance: 'absent-once' },
  'days-later': { lag: 'days', zone: 'America/Sao_Paulo' },
  'quiet-world': { decoys: 'none', volume: 'small' },
};

/** @param {number} seed @param {string} argument @returns {Variant} */
export function chooseVariant(seed, argument) {
  const pinned = pins(argument);
  const random = stream(seed, 'variant');
  /** @type {Variant} */
  const chosen = { name: argument };
  for (const [key, dimension] of Object.entries(DIMENSIONS)) {
    const drawn = random.weighted(dimension.values);
    chosen[key] = pinned[key] ?? drawn;
  }
  const decoys = random.shuffled(DECOYS).slice(0, random.int(1, 3));
  if (chosen['decoys'] === 'drawn') chosen['decoys'] = decoys.sort().join('+');
  return consistent(chosen);
}

/** Combinations that cannot exist are moved to the nearest one that can. @param {Variant} v */
function consistent(v) {
  if (v['stack'] === 'java' && (v['poison'] === 'extra-compile' || v['poison'] === 'install-hook'))
    v['poison'] = 'added-module';
  if (v['ci'] === 'cdevents' && v['poison'] === 'restored-cache') v['poison'] = 'extra-download';
  return v;
}

/** @param {string} argument @returns {Record<string, string>} */
function pins(argument) {
  if (argument === 'auto') return {};
  if (NAMED[argument]) return NAMED[argument];
  const pairs = argument.split(',').map((pair) => pair.split('='));
  for (const [key, value] of pairs) {
    const dimension = DIMENSIONS[key];
    const known =
      key === 'decoys'
        ? value?.split('+').every((d) => d === 'none' || DECOYS.includes(d))
        : dimension?.values.some(([v]) => v === value);
    if (!known) throw new Error(`unknown variant "${argument}": no ${key}=${value ?? ''}`);
  }
  return Object.fromEntries(pairs);
}
