// @ts-check
// Everything that may differ between two stories, as data. `--variant auto` draws each dimension from the seed by its weight;
// `--variant name` pins what the name says and draws the rest; `--variant key=value,key=value` pins by hand.

/** @typedef {{ doc: string, values: readonly (readonly [string, number])[] }} Dimension */

/** @type {Record<string, Dimension>} */
export const DIMENSIONS = {
  theme: {
    doc: 'kind of business: services, routes, tables',
    values: [
      ['retail', 3],
      ['fintech', 3],
      ['travel', 2],
      ['health', 2],
    ],
  },
  zone: {
    doc: 'zone of the company and of the night',
    values: [
      ['Asia/Shanghai', 5],
      ['Asia/Tokyo', 1],
      ['Asia/Kolkata', 1],
      ['Asia/Dubai', 1],
      ['America/Sao_Paulo', 1],
      ['America/Phoenix', 1],
    ],
  },
  window: {
    doc: 'local start of the six minutes in which the tokens claim to be issued',
    values: [
      ['02:17', 6],
      ['03:08', 1],
      ['01:44', 1],
      ['03:52', 1],
    ],
  },
  lawfulJti: {
    doc: 'style of lawful token ids',
    values: [
      ['uuid4', 3],
      ['uuid7', 2],
      ['ulid', 2],
      ['snowflake', 2],
      ['client-sequence', 1],
      ['base64url', 2],
    ],
  },
  forgedJti: {
    doc: 'style of the forged ids',
    values: [
      ['decimal', 4],
      ['hex', 2],
      ['prefixed', 2],
    ],
  },
  forgedGaps: {
    doc: 'whether all minted ids are seen in use, or some are missing from the counter',
    values: [
      ['dense', 2],
      ['gaps', 1],
    ],
  },
  forgedShape: {
    doc: 'how header and claims differ from lawful tokens',
    values: [
      ['header-order', 1],
      ['fewer-claims', 1],
      ['extra-claim', 1],
    ],
  },
  forgedLife: {
    doc: 'life time claimed by forged tokens',
    values: [
      ['same', 1],
      ['longer', 1],
    ],
  },
  pace: {
    doc: 'forged tokens are used at once, or spread over the next hours',
    values: [
      ['live', 2],
      ['spread', 1],
    ],
  },
  issuer: {
    doc: 'unlisted: iss is an internal host that signs no lawful token; staff-realm: iss of the staff realm; same-string: iss is the lawful one',
    values: [
      ['unlisted', 5],
      ['staff-realm', 3],
      ['same-string', 1],
    ],
  },
  kid: {
    doc: 'real: a published key id of the issuer; unknown: never published',
    values: [
      ['real', 4],
      ['unknown', 1],
    ],
  },
  signature: {
    doc: 'what strict services log for forged tokens: signature good but refused, or not verified',
    values: [
      ['verified', 1],
      ['unverified', 1],
    ],
  },
  jwksService: {
    doc: 'whether JWKS lines name the service, or only the host of iss joins them',
    values: [
      ['named', 1],
      ['by-domain', 1],
    ],
  },
  rotations: {
    doc: 'lawful key rotations in the four weeks',
    values: [
      ['1', 2],
      ['2', 1],
    ],
  },
  writes: {
    doc: 'what the accepted tokens change',
    values: [
      ['role', 1],
      ['payout', 1],
      ['both', 2],
    ],
  },
  ci: {
    doc: 'CI telemetry: GitHub deliveries, or CDEvents runs with job logs',
    values: [
      ['github', 3],
      ['cdevents', 1],
    ],
  },
  stack: {
    doc: 'build tooling of the issuer service',
    values: [
      ['node', 3],
      ['java', 2],
    ],
  },
  poison: {
    doc: 'how the build step went wrong (poison.mjs)',
    values: [
      ['retagged-action', 2],
      ['extra-download', 2],
      ['extra-compile', 2],
      ['added-module', 2],
      ['restored-cache', 1],
      ['install-hook', 1],
      ['base-image', 1],
    ],
  },
  lag: {
    doc: 'time between the release and the night',
    values: [
      ['hours', 2],
      ['days', 1],
    ],
  },
  chain: {
    doc: 'whether CDEvents of build and deploy share a chainId, or only the digest joins them',
    values: [
      ['chain-id', 1],
      ['digest-only', 1],
    ],
  },
  provenance: {
    doc: 'SLSA provenance: none, for every artifact, or for every one but the poisoned',
    values: [
      ['none', 2],
      ['all', 1],
      ['absent-once', 1],
    ],
  },
  alerts: {
    doc: 'dialect of the SIEM alerts',
    values: [
      ['ecs', 2],
      ['cef', 1],
      ['both', 1],
    ],
  },
  skew: {
    doc: 'clock offset of each source',
    values: [
      ['none', 2],
      ['90s', 1],
    ],
  },
  loss: {
    doc: 'share of records that never arrived',
    values: [
      ['none', 3],
      ['5%', 1],
    ],
  },
  arrival: {
    doc: 'order of lines in a file',
    values: [
      ['ordered', 2],
      ['jittered', 1],
    ],
  },
  layout: {
    doc: 'how lines are split over files',
    values: [
      ['by-source', 2],
      ['weekly', 1],
      ['mixed', 1],
    ],
  },
  bom: {
    doc: 'how many job logs start with a byte order mark',
    values: [
      ['some', 2],
      ['all', 1],
      ['none', 1],
    ],
  },
  volume: {
    doc: 'amount of daily traffic',
    values: [
      ['small', 2],
      ['medium', 2],
      ['large', 1],
    ],
  },
  decoys: {
    doc: 'concurrent lawful or unrelated oddities (decoys.mjs), joined by +',
    values: [
      ['none', 1],
      ['drawn', 9],
    ],
  },
};

export const DECOYS = [
  'brute-force',
  'garbage-tokens',
  'other-lockfile',
  'workflow-bump',
  'emergency-deploy',
  'cron-burst',
  'runner-image',
  'stale-client',
];
