// @ts-check
// What must hold across the records of one story, so that the answer can be found and the twin stays innocent.

/** @typedef {{ kind: string, record: any }} Read */

const GIVEAWAY = /evil|attack|inject|malicious|forged|poison|\bfake|hacker|decoy|benign|backdoor|exploit/i;

/** @param {any} answer @param {Read[]} reads @param {string[]} lines @returns {string[]} faults */
export function untruths(answer, reads, lines) {
  /** @type {string[]} */
  const faults = [];
  const claim = (/** @type {boolean} */ holds, /** @type {string} */ text) => holds || faults.push(text);
  const of = (/** @type {string} */ kind) =>
    reads.filter((read) => read.kind === kind).map(({ record }) => record);
  const lossy = answer.variant.loss !== 'none';
  const ledger = new Set(of('ledger').map((r) => r.details.token_id));
  const uses = of('access').filter((r) => r.token);
  const forged = new Set(answer.incident?.forgedJtis ?? []);

  claim(lines.length >= 20_000 && lines.length <= 80_000, `${lines.length} records`);
  claim(
    !lines.some((line) => GIVEAWAY.test(line)),
    `giveaway: ${lines.find((line) => GIVEAWAY.test(line))?.match(GIVEAWAY)?.[0]}`,
  );
  claim(new Set(reads.map(({ kind }) => kind)).size >= 7, 'seven kinds of records');
  const unknown = uses.filter(
    (r) => r.token.verified && !ledger.has(r.token.jti) && !forged.has(r.token.jti),
  );
  claim(
    lossy ? unknown.length < uses.length * 0.1 : unknown.length === 0,
    `${unknown.length} verified tokens without issue`,
  );
  claim(![...forged].some((jti) => ledger.has(jti)), 'a forged id is in the ledger');
  claim(
    uses.some((r) => r.token.error === 'token_expired'),
    'some expired tokens',
  );
  claim(
    lines.some((line) => /"type":"bigint","value":9\d{15,}/.test(line)),
    'bigint beyond doubles',
  );
  keysComeBeforeUse(uses, of('jwks'), forged, claim, answer);
  if (answer.incident) incidentHolds(answer, reads, uses, of, claim, lossy);
  return faults;
}

/** @param {any[]} uses @param {any[]} jwks @param {Set<unknown>} forged @param {(holds: boolean, text: string) => unknown} claim @param {any} answer */
function keysComeBeforeUse(uses, jwks, forged, claim, answer) {
  /** @type {Map<string, number>} */
  const published = new Map();
  for (const {
    observedAt,
    jwks: { keys },
  } of jwks)
    for (const { kid } of keys)
      published.set(kid, Math.min(published.get(kid) ?? Infinity, Date.parse(observedAt) / 1000));
  const first = Math.min(...published.values());
  claim(published.size >= 2, 'a rotation');
  const lawful = uses.filter((r) => !forged.has(r.token.jti));
  claim(
    lawful.every((r) => (published.get(r.token.kid) ?? Infinity) <= Math.max(r.token.iat, first + 7 * 3600)),
    'a lawful kid is used before it is published',
  );
  if (answer.incident)
    claim(
      (answer.variant.kid === 'real') === published.has(answer.incident.suspect.kid),
      'kid as the variant says',
    );
}

/** @param {any} answer @param {Read[]} reads @param {any[]} uses @param {(kind: string) => any[]} of @param {(holds: boolean, text: string) => unknown} claim @param {boolean} lossy */
function incidentHolds(answer, reads, uses, of, claim, lossy) {
  const { root, artifact, window, counts, forgedJtis, impacts } = answer.incident;
  const seen = uses.filter((r) => forgedJtis.includes(r.token.jti));
  claim(
    lossy ? seen.length > counts.uses * 0.8 : seen.length === counts.uses,
    `${seen.length} of ${counts.uses} forged uses`,
  );
  claim(counts.refused > counts.accepted && counts.writes >= 1, 'mostly refused, some accepted');
  const logs = of('job-log');
  const log = logs.find((r) => r.job_id === root.jobId);
  claim(
    root.novelLines.every((/** @type {string} */ line) => log?.log.includes(line)),
    'novel lines are in the log of the step',
  );
  claim(root.novelLines.length > 0, 'something new');
  claim(
    logs.every(
      (r) => r === log || !root.novelLines.some((/** @type {string} */ line) => r.log.includes(line)),
    ),
    'novel lines are nowhere else',
  );
  claim(log?.log.includes(artifact.digest) === true, 'the pushing step prints the digest');
  claim(
    reads.some(
      ({ kind, record }) =>
        kind === 'cdevent' &&
        /service\.(upgraded|deployed)/.test(record.type) &&
        record.data.subject.content.artifactId.includes(artifact.digest.slice(7)) &&
        record.data.subject.content.environment.id === 'prod',
    ),
    'the artifact is rolled out',
  );
  claim(
    root.builtAt < answer.incident.deployment.at && answer.incident.deployment.at < window.firstUse,
    'build, roll-out, use in this order',
  );
  const mains = logs.filter((r) => r.repository === root.repository && r.job_name === 'build');
  claim(lossy || mains.length >= 20, `${mains.length} builds of the issuer`);
  claim(
    !of('change').some((r) => r.start < window.issuedTo && r.end > window.issuedFrom),
    'no change that night',
  );
  const pushes = of('github').filter(
    (r) =>
      r.headers['X-GitHub-Event'] === 'push' &&
      r.body.repository.full_name === root.repository &&
      r.body.ref === 'refs/heads/main',
  );
  const own = pushes.find((r) => r.body.after === root.commit);
  claim(
    own?.body.commits[0].modified.every(
      (/** @type {string} */ file) => !/lock|pom|workflows|Dockerfile|package\.json/.test(file),
    ) === true,
    'the commit is innocent',
  );
  const rows = of('wal')
    .filter((r) => r.action === 'M')
    .map((r) => JSON.parse(r.content).trace_id);
  claim(
    impacts.writes.every((/** @type {any} */ w) => rows.includes(w.traceId)),
    'writes join to the log',
  );
}
