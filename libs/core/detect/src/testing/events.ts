import type { Event, EventKind, EventOf, ProcessRef } from '@faultline/model';

type Base = Pick<Event, 'id' | 'atUs' | 'observedAtUs' | 'clock' | 'dataset' | 'record'>;
type Body<K extends EventKind> = Omit<EventOf<K>, keyof Base | 'kind'>;

export const secondUs = 1_000_000;
export const minuteUs = 60 * secondUs;
export const hourUs = 60 * minuteUs;
export const dayUs = 24 * hourUs;
/** A Monday, 00:00 UTC. */
export const mondayUs = Date.UTC(2026, 2, 2) * 1000;

/** A process whose guid is its name. */
export function processRef(name: string, image = `c:\\program files\\${name}\\${name}.exe`): ProcessRef {
  return { key: name, pid: null, image, user: null };
}

export const plainToken: EventOf<'token.use'>['token'] = {
  iss: 'https://login.example/realms/main',
  kid: 'key-1',
  alg: 'RS256',
  typ: 'JWT',
  jti: null,
  iatUs: null,
  nbfUs: null,
  expUs: null,
  aud: ['shop'],
  azp: 'web',
  subHmac: null,
  tokenHmac: null,
  headerKeys: ['alg', 'typ', 'kid'],
  claimKeys: ['exp', 'iat', 'jti', 'iss', 'aud', 'sub'],
  verified: true,
  error: null,
};

const place = { host: 'alpha', process: processRef('actor') };
const request = {
  service: 'orders-api',
  environment: 'prod',
  sourceIp: '10.0.0.1',
  method: 'GET',
  status: 200,
  domain: null,
  path: '/items',
  userAgent: null,
  traceId: null,
};
const login = {
  type: 'LOGIN',
  realm: 'main',
  clientId: 'web',
  userId: null,
  sessionId: null,
  sourceIp: null,
};
const run = {
  system: 'github',
  repository: 'org/sso',
  runId: '100',
  attempt: 1,
  pipeline: 'main',
  branch: 'main',
  commit: null,
  phase: 'finished',
  outcome: 'success',
  startedAtUs: null,
  finishedAtUs: null,
  url: null,
  chainId: null,
} as const;

/** What a record says when the test does not care; kinds that detections and evidence look at. */

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

const defaults = {
  'process.start': {
    ...place,
    parent: null,
    commandLine: null,
    workingDirectory: null,
    sha256: null,
    integrity: null,
    logonId: null,
  },
  'process.access': {
    host: 'alpha',
    source: processRef('actor'),
    target: processRef('lsass', 'c:\\windows\\system32\\lsass.exe'),
    grantedAccess: 0x1000,
    callerUnbacked: false,
    callerDumps: false,
  },
  'file.write': { ...place, path: 'c:\\users\\ann\\downloads\\setup.exe', sha256: null, zone: null },
  'network.flow': {
    ...place,
    initiated: true,
    sourceIp: '10.0.0.1',
    sourcePort: 50_000,
    destinationIp: '10.0.0.2',
    destinationPort: 443,
    destinationDomain: null,
  },
  alert: {
    rule: 'rule-1',
    name: 'Something happened',
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
  'jwks.observed': { issuer: 'https://login.example/realms/main', service: 'identity', keys: [] },
  'vcs.push': {
    repository: 'org/sso',
    ref: 'refs/heads/main',
    commit: 'c0',
    before: null,
    sender: null,
    commits: [],
  },
  'cicd.run': { ...run, workflowPath: null, actor: null },
  'cicd.job': { ...run, jobId: '1', jobName: 'build', runner: null, labels: [], steps: [] },
  'cicd.log': { repository: 'org/sso', runId: '100', attempt: 1, jobId: '1', jobName: 'build', lines: [] },
  'cicd.deployment': {
    phase: 'upgraded',
    service: 'identity',
    environment: 'prod',
    purl: null,
    digest: null,
    runUrl: null,
    chainId: null,
  },
  change: { changeId: 'CHG1', startUs: 0, endUs: 0, services: [], summary: null },
  'wal.change': {
    xid: '7',
    lsn: null,
    action: 'update',
    schema: 'public',
    table: 'accounts',
    columns: [],
    identity: [],
  },
  'wal.context': {
    xid: '7',
    lsn: null,
    transactional: true,
    service: null,
    traceId: null,
    tokenHmac: null,
    signed: true,
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
    account: '1',
    region: 'eu-1',
    service: 's3',
    operation: 'GetObject',
    readOnly: true,
    principalType: 'AssumedRole',
    principalArn: null,
    userName: null,
    accessKeyId: 'ASIA1',
    roleArn: null,
    sessionName: 'i-0123456789abcdef0',
    sourceIp: '10.0.0.1',
    userAgent: 'aws-sdk-java/2.20 Linux/5.10',
    errorCode: null,
    issued: null,
    resources: ['s3://bucket/file'],
  },
} satisfies { readonly [K in EventKind]?: Body<K> };
type MadeKind = keyof typeof defaults;

let made = 0;

/** A whole event of which the test names only what matters to it. */
export function event<K extends MadeKind>(
  kind: K,
  atUs: number,
  given: Partial<Body<K>> & { readonly id?: string; readonly dataset?: string } = {},
): EventOf<K> {
  made += 1;
  const base: Base = {
    id: `${kind}-${String(made).padStart(7, '0')}`,
    atUs,
    observedAtUs: null,
    clock: null,
    dataset: 'test',
    record: { path: 'test.jsonl', line: made, offset: 0, length: 1 },
  };
  // The compiler cannot see that defaults of a kind complete what is given to a body of that kind.
  return { ...base, ...defaults[kind], ...given, kind } as unknown as EventOf<K>;
}
