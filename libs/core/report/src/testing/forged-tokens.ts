import type { Analysis, Entity, Evidence, Incident } from '@faultline/model';
import { sampleAnalysis, sampleCut, sampleEntity, sampleLinks, type SampleStep } from './sample-incident.js';

// 2026-03-08T16:41:45Z; the tokens follow at 18:17-18:23 UTC, 02:17-02:23 at UTC+8.
const startUs = 1_772_988_105_000_000;
const tokenAt = 5735;

const commit = sampleEntity('commit', 'org/sso@6f0c1d2b9a7e4c5d8f3a1b2c3d4e5f60718293a4', '6f0c1d2b9a7e');
const step = sampleEntity('build-step', 'org/sso/10000029102/30000087310/3', 'Install (run 10000029102)');
const artifact = sampleEntity(
  'artifact',
  'sha256:436a0e7cbb10f7d1c8b5a5c5f5b0f2d4c3b2a1908f7e6d5c4b3a291807f6e5d4',
  'sso-passport@sha256:436a0e7cbb10',
);
const deployment = sampleEntity('deployment', 'prod/sso-passport/10000029102', 'sso-passport → prod');
const sso = sampleEntity('service', 'sso-passport');
const key = sampleEntity('signing-key', 'https://sso.example.lan/realms/main#k-2026-03', 'k-2026-03');
const orders = sampleEntity('service', 'orders-api');
const table = sampleEntity('table', 'public.profiles');
const numbers = Array.from({ length: 40 }, (_, index) => index);
const tokens = numbers.map((index) =>
  sampleEntity('token', `jti-${String(482_113 + index)}`, `jti ${String(482_113 + index)}`),
);
const requests = numbers.map((index) =>
  sampleEntity('request', `trace-${String(index).padStart(4, '0')}`, `GET /v1/items #${String(index + 1)}`),
);
const transactions = numbers
  .slice(0, 6)
  .map((index) =>
    sampleEntity('database-transaction', `shop/83${String(700 + index)}`, `xid 83${String(700 + index)}`),
  );

const steps: readonly SampleStep[] = [
  {
    from: commit,
    to: step,
    at: -20,
    kind: 'ran',
    rule: 'cicd.commit-to-step',
    file: 'cicd/deliveries.jsonl',
  },
  {
    from: step,
    to: artifact,
    at: 92,
    kind: 'produced',
    rule: 'cicd.step-to-artifact',
    basis: 'inferred',
    file: 'cicd/job-logs.jsonl',
  },
  {
    from: artifact,
    to: deployment,
    at: 610,
    kind: 'deployed',
    rule: 'cicd.artifact-to-deployment',
    file: 'cicd/cdevents.jsonl',
  },
  {
    from: deployment,
    to: sso,
    at: 611,
    kind: 'upgraded',
    rule: 'cicd.deployment-to-service',
    file: 'cicd/cdevents.jsonl',
  },
  {
    from: sso,
    to: key,
    at: 5700,
    kind: 'could use',
    rule: 'auth.service-to-key',
    basis: 'inferred',
    file: 'auth/jwks-history.jsonl',
  },
  ...tokens.map((token, index): SampleStep => ({
    from: key,
    to: token,
    at: tokenAt + index * 9,
    kind: 'signed',
    rule: 'auth.key-to-token',
    basis: 'claimed',
    file: 'auth/token-use.jsonl',
  })),
  ...tokens.map((token, index): SampleStep => ({
    from: token,
    to: requests[index] ?? token,
    at: tokenAt + 700 + index * 6,
    kind: 'presented',
    rule: 'auth.token-to-request',
    file: 'auth/token-use.jsonl',
  })),
  ...requests.map((request, index): SampleStep => ({
    from: request,
    to: orders,
    at: tokenAt + 700.2 + index * 6,
    kind: 'served by',
    rule: 'http.request-to-service',
    file: 'siem/gateway.jsonl',
  })),
  ...transactions.map((transaction, index): SampleStep => ({
    from: requests[index * 6] ?? orders,
    to: transaction,
    at: tokenAt + 960 + index * 2,
    kind: 'opened',
    rule: 'wal.request-to-transaction',
    file: 'wal/shop.jsonl',
  })),
  ...transactions.map((transaction, index): SampleStep => ({
    from: transaction,
    to: table,
    at: tokenAt + 961 + index * 2,
    kind: 'wrote',
    rule: 'wal.transaction-to-table',
    file: 'wal/shop.jsonl',
  })),
];

const evidenceOf = (links: readonly { events: readonly string[] }[]): readonly Evidence[] => {
  const at = (...places: readonly number[]): string[] =>
    places.flatMap((place) => links[place]?.events ?? []);
  return [
    {
      family: 'time',
      test: 'T1',
      status: 'SIGNIFICANT',
      p: 2.1e-7,
      e: 100,
      n: 40,
      events: at(5, 6, 7, 8, 9, 10),
      reason: '40 tokens in 6 minutes at an hour that sees 0.4 on the median of 6 weeks',
    },
    {
      family: 'time',
      test: 'T3',
      status: 'SIGNIFICANT',
      p: 0.012,
      e: 4.56,
      n: 61,
      events: at(5),
      reason: 'no change ticket, deployment, log-in or scheduled job covers 18:17 to 18:23 UTC',
    },
    {
      family: 'token',
      test: 'J0',
      status: 'SIGNIFICANT',
      p: null,
      e: 100,
      n: 40,
      events: at(5, 6, 7),
      reason: '40 of 40 tokens are absent from the issuance ledger, which has no gap there',
    },
    {
      family: 'token',
      test: 'J2a',
      status: 'SIGNIFICANT',
      p: 4.4e-16,
      e: 100,
      n: 40,
      events: at(8, 9, 10),
      reason: 'jti rises by 1 at each token; this issuer draws random ones',
    },
    {
      family: 'build',
      test: 'B1',
      status: 'SIGNIFICANT',
      p: 0.0079,
      e: 5.63,
      n: 126,
      events: at(1),
      reason: 'the step hash changed with no reviewed commit to workflow, lock file or base image',
    },
    {
      family: 'build',
      test: 'B3',
      status: 'NOT_SIGNIFICANT',
      p: 0.21,
      e: 1,
      n: 126,
      events: [],
      reason: 'log templates of the step are those of earlier runs',
    },
    {
      family: 'build',
      test: 'B2',
      status: 'MISSING',
      p: null,
      e: 1,
      n: 0,
      events: [],
      reason: 'no build of this pipeline has provenance',
    },
  ];
};

const removalCosts: Readonly<Record<string, number>> = {
  commit: 90,
  'build-step': 45,
  artifact: 20,
  deployment: 25,
  service: 240,
  'signing-key': 30,
  token: 2,
  request: 2,
};
const costOf = (entity: Entity): number | null => removalCosts[entity.kind] ?? null;

/** The incident of the origin article: a build step forges tokens that end in a burst of 401 and in written rows. 99 entities. */
export function forgedTokens(): Analysis {
  const { links, events } = sampleLinks(startUs, steps);
  const entities = [
    commit,
    step,
    artifact,
    deployment,
    sso,
    key,
    ...tokens,
    ...requests,
    orders,
    ...transactions,
    table,
  ];
  const eventOf = (place: number): string | null => links[place]?.events[0] ?? null;
  const first = links.find((link) => link.to === orders.id);
  const written = links.find((link) => link.to === table.id);
  const cut = sampleCut(entities, links, step, orders, costOf);
  const controls: Incident['controls'] = [
    {
      id: 'pin-build-step',
      layer: 'supply-chain',
      engine: 'github-actions',
      entity: step,
      d3fend: ['D3-SBV'],
      attack: ['T1195.002'],
      cost: 45,
      artefacts: [{ path: 'controls/pin-build-step.yaml', sha256: 'a3'.repeat(32) }],
      status: 'GENERATED',
    },
    {
      id: 'revoke-signing-key',
      layer: 'application',
      engine: 'keycloak',
      entity: key,
      d3fend: ['D3-CRO'],
      attack: ['T1606.001'],
      cost: 30,
      artefacts: [{ path: 'controls/revoke-k-2026-03.json', sha256: '5c'.repeat(32) }],
      status: 'PROVEN',
    },
  ];
  const withControls = cut.breakpoints.single.map((entry) => ({
    ...entry,
    control: controls.find((control) => control.entity.id === entry.entity.id)?.id ?? null,
  }));
  const incident: Incident = {
    id: 'incident-7f3a9c21',
    title: 'Burst of 401 on orders-api from tokens that nobody issued',
    severity: 'critical',
    window: { startUs: links[0]?.atUs ?? startUs, endUs: links.at(-1)?.atUs ?? startUs },
    impacts: [
      {
        entity: orders,
        atUs: first?.atUs ?? startUs,
        event: first?.events[0] ?? null,
        why: '34 requests refused with 401 in 4 minutes',
        by: requests[0] ?? null,
      },
      {
        entity: table,
        atUs: written?.atUs ?? startUs,
        event: written?.events[0] ?? null,
        why: '6 rows of public.profiles written by forged tokens',
        by: transactions[0] ?? null,
      },
    ],
    rootCauses: [
      {
        rank: 1,
        entity: step,
        atUs: startUs,
        event: eventOf(1),
        posterior: 0.9973,
        interval: [0.9871, 0.9994],
        verdict: 'CONFIRMED',
        evidence: [...evidenceOf(links)],
        share: 0.91,
      },
      {
        rank: 2,
        entity: key,
        atUs: startUs + 5700e6,
        event: eventOf(4),
        posterior: 0.0011,
        interval: [0.0002, 0.0098],
        verdict: 'INSUFFICIENT',
        evidence: [
          {
            family: 'token',
            test: 'J1',
            status: 'EXPLAINED',
            p: null,
            e: 0.05,
            n: 40,
            events: [],
            reason: 'the key stands in the history of the issuer before its first use',
          },
        ],
        share: 1,
      },
    ],
    originNotObserved: 0.0016,
    breakpoints: { ...cut.breakpoints, single: withControls },
    certificate: cut.certificate,
    chain: { entities, links },
    controls,
    unknowns: [
      {
        what: 'how the commit came to be merged',
        why: 'no review events of the repository were given',
        effect: 'the person behind the commit stays open',
      },
      {
        what: 'whether the artifact matches its source',
        why: 'no build of this pipeline carries provenance',
        effect: 'the build family rests on the step hash alone',
      },
    ],
  };
  const read = (
    path: string,
    kind: Analysis['inputs'][number]['kind'],
    records: number,
    rejected: number,
  ): Analysis['inputs'][number] => ({
    path,
    kind,
    records,
    events: records - rejected,
    rejected,
    sha256: path.length.toString(16).padStart(2, '0').repeat(32),
  });
  return {
    ...sampleAnalysis([incident], events, [
      read('auth/keycloak-events.jsonl', 'auth', 18_204, 0),
      read('auth/token-use.jsonl', 'auth', 52_118, 3),
      read('auth/jwks-history.jsonl', 'auth', 96, 0),
      read('cicd/deliveries.jsonl', 'cicd', 2210, 0),
      read('cicd/job-logs.jsonl', 'cicd', 126, 0),
      read('cicd/cdevents.jsonl', 'cicd', 640, 0),
      read('siem/gateway.jsonl', 'siem', 88_031, 12),
      read('wal/shop.jsonl', 'wal', 9120, 0),
      { path: 'notes.bin', kind: null, records: 0, events: 0, rejected: 1, sha256: null },
    ]),
    unknowns: [
      {
        what: 'the clock of siem/gateway.jsonl',
        why: 'it has no second source to compare with',
        effect: 'order within 2 s of other sources is not certain',
      },
    ],
  };
}
