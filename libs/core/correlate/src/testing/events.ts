import { eventSchema, type Event, type EventKind, type EventOf, type ProcessRef } from '@faultline/model';

type Base = Pick<Event, 'id' | 'atUs' | 'observedAtUs' | 'clock' | 'dataset' | 'record'>;
type Body<K extends EventKind> = Omit<EventOf<K>, keyof Base | 'kind'>;

export const second = 1_000_000;
export const minute = 60 * second;
export const hour = 60 * minute;

export function digest(letter: string): string {
  return `sha256:${letter.repeat(64)}`;
}

/** A process whose guid is its name; its image is where a program of that name would be. */
export function process(name: string, given: Partial<ProcessRef> = {}): ProcessRef {
  return { key: name, pid: null, image: `c:\\programs\\${name}.exe`, user: null, ...given };
}

const place = { host: 'alpha', process: process('actor') };
const request = {
  service: 'orders',
  environment: null,
  sourceIp: null,
  method: 'GET',
  status: 200,
  domain: null,
  path: '/items',
  userAgent: null,
  traceId: null,
};
const login = { type: 'LOGIN', realm: null, clientId: null, userId: null, sessionId: null, sourceIp: null };
const run = {
  system: 'github',
  repository: 'org/app',
  runId: '100',
  attempt: 1,
  pipeline: 'main',
  branch: null,
  commit: null,
  phase: 'finished',
  outcome: 'success',
  startedAtUs: null,
  finishedAtUs: null,
  url: null,
  chainId: null,
} as const;
const database = { xid: '7', lsn: null };

export const plainToken: EventOf<'token.use'>['token'] = {
  iss: null,
  kid: null,
  alg: 'RS256',
  typ: 'JWT',
  jti: null,
  iatUs: null,
  nbfUs: null,
  expUs: null,
  aud: [],
  azp: null,
  subHmac: null,
  tokenHmac: null,
  headerKeys: ['alg'],
  claimKeys: ['iss'],
  verified: true,
  error: null,
};

/** Two goroutines that serve requests wrote to one map. */
export const mapCrash: EventOf<'crash'>['crash'] = {
  kind: 'map_write_write',
  confirmed: true,
  message: 'concurrent map writes',
  runtime: 'swiss',
  crashing: {
    goroutine: 34,
    role: 'writer',
    function: 'main.(*Basket).Add',
    file: '/src/basket.go',
    line: 41,
  },
  peer: {
    certainty: 'likely',
    candidates: [
      {
        goroutine: 35,
        function: 'main.(*Basket).Drop',
        file: '/src/basket.go',
        line: 60,
        why: 'it stands in a write',
      },
    ],
  },
  goroutines: [
    {
      id: 34,
      state: 'running',
      frames: [
        { function: 'main.(*Basket).Add', file: '/src/basket.go', line: 41 },
        { function: 'main.(*Web).postBasket', file: '/src/web.go', line: 27 },
        { function: 'net/http.(*conn).serve', file: '/go/src/net/http/server.go', line: 2102 },
      ],
    },
  ],
  signature: 'sha256:5177',
  complete: true,
  losses: [],
  cannotTell: [{ what: 'which of the two came first', wouldTell: 'a build with -race' }],
  notes: [],
  lines: { first: 1, last: 15 },
};

/** What a record of each kind says when the test does not care. */
const defaults: { readonly [K in EventKind]: Body<K> } = {
  'process.start': {
    ...place,
    parent: null,
    commandLine: null,
    workingDirectory: null,
    sha256: null,
    integrity: null,
    logonId: null,
  },
  'process.end': place,
  'process.access': {
    host: 'alpha',
    source: process('actor'),
    target: process('target'),
    grantedAccess: 0,
    callerUnbacked: false,
    callerDumps: false,
  },
  'process.inject': { host: 'alpha', source: process('actor'), target: process('target') },
  'image.load': { ...place, path: 'c:\\programs\\plug.dll', signed: true, signer: null, sha256: null },
  'file.write': { ...place, path: 'c:\\programs\\plug.dll', sha256: null, zone: null },
  'file.delete': { ...place, path: 'c:\\programs\\plug.dll' },
  'network.flow': {
    ...place,
    initiated: true,
    sourceIp: '10.0.0.1',
    sourcePort: 50_000,
    destinationIp: '10.0.0.2',
    destinationPort: 445,
    destinationDomain: null,
  },
  'dns.query': { ...place, name: 'files.example', answers: [] },
  'registry.write': { ...place, path: 'HKLM\\Software\\Vendor\\Setting', value: null },
  pipe: { ...place, name: '\\pipe', created: true },
  logon: {
    host: 'alpha',
    user: 'LAN\\ann',
    outcome: 'success',
    logonId: '0x5A',
    logonType: 3,
    sourceIp: null,
    process: null,
  },
  alert: {
    rule: 'http-401-rate',
    name: 'Many refusals',
    severity: 50,
    host: null,
    service: null,
    sourceIp: null,
    destinationIp: null,
    user: null,
    process: null,
    httpStatus: null,
    count: 1,
    message: null,
  },
  'http.access': request,
  'token.use': { ...request, token: plainToken },
  'token.issue': { ...login, type: 'CODE_TO_TOKEN', jti: null },
  'auth.event': { ...login, error: null },
  'jwks.observed': { issuer: 'https://sso.example', service: null, keys: [] },
  'vcs.push': { repository: 'org/app', ref: null, commit: 'c0ffee', before: null, sender: null, commits: [] },
  'cicd.run': { ...run, workflowPath: null, actor: null },
  'cicd.job': { ...run, jobId: '1', jobName: 'build', runner: null, labels: [], steps: [] },
  'cicd.log': { repository: 'org/app', runId: '100', attempt: 1, jobId: '1', jobName: 'build', lines: [] },
  'cicd.artifact': {
    phase: 'published',
    purl: 'pkg:oci/orders',
    name: 'orders',
    digest: null,
    commit: null,
    runUrl: null,
    chainId: null,
  },
  'cicd.deployment': {
    phase: 'deployed',
    service: 'orders',
    environment: 'prod',
    purl: null,
    digest: null,
    runUrl: null,
    chainId: null,
  },
  'cicd.provenance': { subjects: [], commits: [], builderId: null, runUrl: null, signed: true },
  change: { changeId: 'CHG1', startUs: 0, endUs: 0, services: [], summary: null },
  'wal.boundary': { ...database, action: 'begin' },
  'wal.context': {
    ...database,
    transactional: true,
    service: null,
    traceId: null,
    tokenHmac: null,
    signed: true,
  },
  'wal.change': {
    ...database,
    action: 'insert',
    schema: 'public',
    table: 'profiles',
    columns: [],
    identity: [],
  },
  crash: {
    host: null,
    service: 'shop',
    container: null,
    pid: null,
    program: null,
    unit: null,
    exitCode: 2,
    goroutinesBeyond: 0,
    crash: mapCrash,
  },
  'cloud.call': {
    account: null,
    region: null,
    service: 's3',
    operation: 'GetObject',
    readOnly: null,
    principalType: null,
    principalArn: null,
    userName: null,
    accessKeyId: null,
    roleArn: null,
    sessionName: null,
    sourceIp: null,
    userAgent: null,
    errorCode: null,
    issued: null,
    resources: [],
  },
  link: {
    from: { kind: 'node', key: 'a', cost: 1 },
    to: { kind: 'node', key: 'b', cost: 1 },
    seq: null,
    linkKind: 'flowed',
    bytes: null,
    evidence: [],
  },
  other: { action: 'seen', host: null, service: null },
};

let made = 0;

/** A whole event of which the test names only what matters to it. */
export function event<K extends EventKind>(kind: K, given: Partial<EventOf<K>> = {}): EventOf<K> {
  made += 1;
  const base: Base = {
    id: `${kind}-${String(made).padStart(6, '0')}`,
    atUs: 0,
    observedAtUs: null,
    clock: null,
    dataset: 'test',
    record: { path: 'test.jsonl', line: made, offset: 0, length: 1 },
  };
  return eventSchema.parse({ ...base, ...defaults[kind], ...given, kind }) as EventOf<K>;
}

export function tokenUse(
  token: Partial<EventOf<'token.use'>['token']>,
  given: Partial<EventOf<'token.use'>> = {},
): EventOf<'token.use'> {
  return event('token.use', { ...given, token: { ...plainToken, ...token } });
}
