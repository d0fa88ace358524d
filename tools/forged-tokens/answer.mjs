// @ts-check
// The key to the story, kept beside the records and never among them.
import { iso, offsetText } from './calendar.mjs';

/** @param {import('./world.mjs').World} world @param {ReturnType<typeof import('./night.mjs').spendForgedTokens> | null} night @param {import('./arrivals.mjs').File[]} files */
export function answerOf(world, night, files) {
  const records = files.reduce((sum, file) => sum + file.lines.length, 0);
  const head = {
    schema: 'faultline.forged-tokens-answer/1',
    seed: world.seed,
    variant: world.variant,
    records,
    files: files.map(({ name, lines }) => ({ name, records: lines.length })),
  };
  if (!night) return { ...head, incident: null };
  return { ...head, incident: incident(world, night) };
}

/** @param {import('./world.mjs').World} world @param {NonNullable<ReturnType<typeof import('./night.mjs').spendForgedTokens>>} night */
function incident(world, night) {
  const { facts, company, calendar, issuers } = world;
  const run = facts.runs.find(({ poison }) => poison !== null);
  const job = run?.jobs.find(({ touched }) => touched !== null);
  const step = job?.touched;
  if (!run || !job || !step) throw new Error('the story lost its cause');
  const rollout = facts.rollouts.find(
    (candidate) => candidate.run === run && candidate.environment === 'prod',
  );
  const uses = facts.accesses.filter(({ forged }) => forged).sort((a, b) => a.at - b.at);
  const earlier = new Set(
    facts.runs
      .filter((other) => other !== run && other.repo === run.repo)
      .flatMap((other) => other.jobs.flatMap(({ steps }) => steps.flatMap(({ lines }) => lines))),
  );
  const telling = [
    ...Object.values(run.poison?.lines ?? {}).flat(),
    run.poison?.toolSha ?? '',
    run.poison?.cacheKey ?? '',
    run.poison?.baseDigest ?? '',
  ].filter((part) => part !== '');
  return {
    root: {
      kind: 'build-step',
      repository: `${company.org}/${run.repo.name}`,
      workflow: run.workflow.path,
      commit: run.sha,
      runId: run.id,
      runAttempt: run.attempt,
      runNumber: run.number,
      jobId: job.id,
      jobName: job.name,
      stepName: step.name,
      stepNumber: world.variant['ci'] === 'github' ? step.number : null,
      poison: run.poison?.kind,
      explanation: run.poison?.explains,
      novelLines: job.steps
        .flatMap(({ lines }) => lines)
        .filter((line) => line !== '' && telling.some((part) => line.includes(part)) && !earlier.has(line)),
      builtAt: iso(run.createdAt),
      runUrl: run.url,
    },
    artifact: { digest: `sha256:${run.digest}`, version: run.version },
    deployment: { service: run.repo.service, environment: 'prod', at: rollout ? iso(rollout.at) : null },
    suspect: {
      iss: issuers.forgedIss,
      kid: issuers.forgedKid,
      lawfulIss: issuers.all.map(({ url }) => url),
      issuerService: company.issuerService,
    },
    impacts: {
      services: [...new Set(uses.map(({ service }) => service))].sort(),
      acceptedBy: [
        ...new Set(uses.filter(({ status }) => status === 200).map(({ service }) => service)),
      ].sort(),
      writes: uses
        .filter(({ writes }) => writes)
        .map(({ at, service, writes, trace, token }) => ({
          at: iso(at),
          service,
          table: writes,
          traceId: trace,
          jti: token?.jti,
        })),
    },
    window: {
      zone: calendar.zone,
      utcOffset: offsetText(calendar.zone),
      issuedFrom: iso(calendar.nightAt),
      issuedTo: iso(calendar.nightEnd),
      firstUse: iso(uses[0].at),
      lastUse: iso(uses[uses.length - 1].at),
    },
    counts: {
      forgedTokens: night.tokens.length,
      uses: uses.length,
      refused: uses.filter(({ status }) => status === 401).length,
      accepted: uses.filter(({ status }) => status === 200).length,
      writes: uses.filter(({ writes }) => writes).length,
    },
    forgedJtis: night.tokens.map(({ jti }) => jti),
    note: 'times are true times; with clock skew the records of a source differ by up to 90 s',
  };
}
