// @ts-check
// The raw shapes as predicates: which kind a line is, and what is wrong with it. Written against the format contract, not against the writers.

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;
const HEX32 = /^[0-9a-f]{32}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LEDGER_TYPES = ['LOGIN', 'CODE_TO_TOKEN', 'REFRESH_TOKEN', 'CLIENT_LOGIN', 'LOGIN_ERROR', 'LOGOUT'];
const CDEVENT =
  /^dev\.cdevents\.((pipelinerun|taskrun)\.(started|finished)|artifact\.(packaged|published)|service\.(deployed|upgraded))\.0\.2\.0$/;
const PURL = /^pkg:oci\/[a-z-]+@sha256%3A[0-9a-f]{64}\?repository_url=[a-z0-9./-]+$/;
const CEF =
  /^<132>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ CEF:0\|[^|]+\|[^|]+\|[^|]+\|[^|]+\|[^|]+\|\d+\|rt=\d{13} src=\S+ requestMethod=[A-Z]+ request=\S+ cs1Label=service cs1=\S+ cn1Label=http\.response\.status_code cn1=\d{3} cnt=\d+ outcome=failure$/;
const WAL_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;

/** @param {any} r @returns {string} */
export function kindOf(r) {
  if (typeof r === 'string') return 'cef';
  if (r['@timestamp']) return r.event.kind === 'alert' ? 'alert' : 'access';
  if (r.headers?.['X-GitHub-Event']) return 'github';
  if (r.specversion) return 'cdevent';
  if (r.payloadType) return 'provenance';
  if (r.jwks) return 'jwks';
  if (r.action) return 'wal';
  if (r.kind === 'change') return 'change';
  if ('log' in r) return 'job-log';
  return 'ledger';
}

/** What each kind must satisfy, as named claims. @type {Record<string, (r: any) => Record<string, boolean>>} */
const CLAIMS = {
  cef: (r) => ({ line: CEF.test(r) }),
  ledger: (r) => ({
    keys: same(r, [
      'id',
      'time',
      'type',
      'realmId',
      'realmName',
      'clientId',
      'userId',
      'sessionId',
      'ipAddress',
      'error',
      'details',
    ]),
    id: UUID.test(r.id),
    time: Number.isInteger(r.time) && String(r.time).length === 13,
    type: LEDGER_TYPES.includes(r.type),
    tokenId: ['LOGIN', 'LOGIN_ERROR', 'LOGOUT'].includes(r.type) === !('token_id' in r.details),
    error: (r.type === 'LOGIN_ERROR') === (r.error !== null),
  }),
  access: (r) => ({
    keys: same(r, [
      '@timestamp',
      'event',
      'service',
      'source',
      'http',
      'url',
      'user_agent',
      'trace',
      ...(r.token ? ['token'] : []),
    ]),
    time: ISO.test(r['@timestamp']),
    trace: HEX32.test(r.trace.id),
    status: Number.isInteger(r.http.response.status_code),
    outcome: r.http.response.status_code < 400 === (r.event.outcome === 'success'),
    token:
      !r.token ||
      (same(r.token, [
        'iss',
        'kid',
        'alg',
        'typ',
        'jti',
        'iat',
        'nbf',
        'exp',
        'aud',
        'azp',
        'sub_hmac',
        'token_hmac',
        'header_keys',
        'claim_keys',
        'verified',
        'error',
      ]) &&
        r.token.jti !== '' &&
        HEX32.test(r.token.token_hmac) &&
        HEX32.test(r.token.sub_hmac) &&
        r.token.exp > r.token.iat &&
        typeof r.token.verified === 'boolean'),
  }),
  alert: (r) => ({
    keys: same(r, ['@timestamp', 'event', 'rule', 'source', 'service', 'http', 'message']),
    time: ISO.test(r['@timestamp']),
    severity: Number.isInteger(r.event.severity),
  }),
  jwks: (r) => ({
    time: ISO.test(r.observedAt),
    issuer: r.issuer.startsWith('https://'),
    keys:
      r.jwks.keys.length > 0 &&
      r.jwks.keys.every(
        (/** @type {any} */ k) =>
          same(k, ['kty', 'use', 'alg', 'kid', 'n', 'e']) && Buffer.from(k.n, 'base64url').length === 256,
      ),
  }),
  change: (r) => ({
    keys: same(r, ['kind', 'id', 'start', 'end', 'services', 'summary']),
    id: /^CHG\d{6}$/.test(r.id),
    times: ISO.test(r.start) && ISO.test(r.end) && r.start < r.end,
  }),
  'job-log': (r) => ({
    keys: same(r, ['repository', 'run_id', 'run_attempt', 'job_id', 'job_name', 'log']),
    stamps: r.log
      .replace(/^\ufeff/, '')
      .replace(/\n$/, '')
      .split('\n')
      .every((/** @type {string} */ line) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /.test(line)),
    groups: r.log.includes('##[group]Run '),
  }),
  github: (r) => ({
    keys: same(r.headers, ['X-GitHub-Event', 'X-GitHub-Delivery', 'X-GitHub-Hook-ID']),
    delivery: UUID.test(r.headers['X-GitHub-Delivery']),
    repository: /^[\w-]+\/[\w-]+$/.test(r.body.repository.full_name),
    body: githubBody(r.headers['X-GitHub-Event'], r.body),
  }),
  cdevent: (r) => ({
    type: CDEVENT.test(r.type) && r.type === r.data.context.type,
    time: ISO.test(r.time) && r.time === r.data.context.timestamp,
    id: UUID.test(r.id),
    context: r.data.context.version === '0.4.1' && r.source === r.data.context.source,
    subject: cdSubject(r),
  }),
  provenance: (r) => {
    const statement = JSON.parse(Buffer.from(r.payload, 'base64').toString());
    return {
      type: statement.predicateType === 'https://slsa.dev/provenance/v1',
      subject: /^[0-9a-f]{64}$/.test(statement.subject[0].digest.sha256),
      commit: /^[0-9a-f]{40}$/.test(
        statement.predicate.buildDefinition.resolvedDependencies[0].digest.gitCommit,
      ),
      run: statement.predicate.runDetails.metadata.invocationId.startsWith('https://'),
    };
  },
  wal: (r) => ({
    action: /^[BMUIC]$/.test(r.action),
    time: WAL_TIME.test(r.timestamp),
    lsn: /^[0-9A-F]+\/[0-9A-F]+$/.test(r.lsn),
    message:
      r.action !== 'M' ||
      (r.prefix === 'faultline' && same(JSON.parse(r.content), ['service', 'trace_id', 'token_hmac'])),
    row:
      !'UI'.includes(r.action) ||
      (r.schema === 'public' &&
        r.pk.length === 1 &&
        r.columns.length > 1 &&
        (r.action === 'U') === 'identity' in r),
  }),
};

/** @param {string} line @returns {{ kind: string, record: any, faults: string[] }} */
export function inspect(line) {
  const record = line.startsWith('<') ? line : JSON.parse(line);
  const kind = kindOf(record);
  const claims = CLAIMS[kind](record);
  return {
    kind,
    record,
    faults: Object.entries(claims)
      .filter(([, holds]) => !holds)
      .map(([name]) => `${kind}.${name}`),
  };
}

/** @param {object} value @param {string[]} keys */
const same = (value, keys) => Object.keys(value).join() === keys.join();

/** @param {string} event @param {any} body */
function githubBody(event, body) {
  if (event === 'push')
    return (
      /^[0-9a-f]{40}$/.test(body.after) &&
      body.commits.length > 0 &&
      body.commits.every((/** @type {any} */ c) => Array.isArray(c.added) && Array.isArray(c.modified))
    );
  if (event === 'workflow_run')
    return (
      ['requested', 'completed'].includes(body.action) &&
      Number.isInteger(body.workflow_run.id) &&
      body.workflow_run.path.startsWith('.github/workflows/') &&
      body.workflow_run.run_attempt >= 1
    );
  const job = body.workflow_job;
  return (
    event === 'workflow_job' &&
    ['in_progress', 'completed'].includes(body.action) &&
    Number.isInteger(job.id) &&
    job.steps.every(
      (/** @type {any} */ s, /** @type {number} */ i, /** @type {any[]} */ all) =>
        ISO.test(s.started_at) && (i === 0 || s.number > all[i - 1].number),
    )
  );
}

/** @param {any} r */
function cdSubject(r) {
  const { subject } = r.data;
  if (subject.type === 'artifact')
    return PURL.test(subject.id) && /^[0-9a-f]{40}$/.test(subject.content.change.id);
  if (subject.type === 'service')
    return PURL.test(subject.content.artifactId) && subject.content.environment.id.length > 0;
  return (
    subject.type === 'pipelineRun' ||
    (subject.type === 'taskRun' && subject.content.pipelineRun.id.length > 0)
  );
}
