// @ts-check
// CDEvents 0.4 in structured CloudEvents: artifacts and roll-outs always, runs and tasks where CI itself speaks CDEvents.
import { iso } from './calendar.mjs';

/** @typedef {import('./release-train.mjs').Run} Run */

/** @param {import('./world.mjs').World} world @param {Run} run */
export const imageName = (world, run) => `${world.company.registry}/${world.company.org}/${run.repo.service}`;

/** @param {import('./world.mjs').World} world @param {Run} run */
const purl = (world, run) =>
  `pkg:oci/${run.repo.service}@sha256%3A${run.digest}?repository_url=${imageName(world, run)}`;

/** @param {import('./world.mjs').World} world */
export function writeCdEvents(world) {
  const random = world.random('cd-events');
  const emit = emitter(world, random);
  for (const run of world.facts.runs) {
    if (world.variant['ci'] !== 'github') writeRun(run, emit);
    if (!run.digest) continue;
    const kept = run.poison !== null;
    const packed = run.jobs[run.jobs.length - 1];
    const published = packed.steps.find((step) => /push/i.test(step.name))?.endAt ?? packed.endedAt;
    const change = { id: run.sha, source: `https://github.com/${world.company.org}/${run.repo.name}` };
    emit(
      'artifact.packaged',
      published - random.between(9, 25) * 1000,
      run.url,
      run.chainId,
      { id: purl(world, run), type: 'artifact', content: { change } },
      kept,
      'ci',
    );
    emit(
      'artifact.published',
      published + random.between(200, 2500),
      run.url,
      run.chainId,
      { id: purl(world, run), type: 'artifact', content: { user: 'ci-push', change } },
      kept,
      'ci',
    );
  }
  writeRollouts(world, random, emit);
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random @param {ReturnType<typeof emitter>} emit */
function writeRollouts(world, random, emit) {
  const seen = new Set();
  for (const { run, at, environment } of [...world.facts.rollouts].sort((a, b) => a.at - b.at)) {
    const place = `${environment}/${run.repo.service}`;
    const type = seen.has(place) || random.chance(0.9) ? 'service.upgraded' : 'service.deployed';
    seen.add(place);
    const source = world.company.deliveryUrl;
    emit(
      type,
      at,
      source,
      run.chainId,
      {
        id: run.repo.service,
        type: 'service',
        content: {
          environment: { id: environment, source: `${source}/environments/${environment}` },
          artifactId: purl(world, run),
        },
      },
      run.poison !== null,
      'cd',
    );
  }
}

/** @param {Run} run @param {ReturnType<typeof emitter>} emit */
function writeRun(run, emit) {
  const kept = run.poison !== null;
  const pipeline = { pipelineName: `${run.repo.name}-${run.main ? 'main' : 'pr'}`, url: run.url };
  const outcome = run.conclusion;
  emit(
    'pipelinerun.started',
    run.createdAt,
    run.url,
    run.chainId,
    { id: String(run.id), type: 'pipelineRun', content: pipeline },
    kept,
    'ci',
  );
  for (const job of run.jobs) {
    const content = {
      taskName: job.name,
      url: `${run.url}/taskruns/${job.id}`,
      pipelineRun: { id: String(run.id), source: run.url },
    };
    emit(
      'taskrun.started',
      job.startedAt,
      run.url,
      run.chainId,
      { id: String(job.id), type: 'taskRun', content },
      kept,
      'ci',
    );
    emit(
      'taskrun.finished',
      job.endedAt,
      run.url,
      run.chainId,
      { id: String(job.id), type: 'taskRun', content: { ...content, outcome: job.conclusion } },
      kept,
      'ci',
    );
  }
  emit(
    'pipelinerun.finished',
    run.endedAt,
    run.url,
    run.chainId,
    { id: String(run.id), type: 'pipelineRun', content: { ...pipeline, outcome } },
    kept,
    'ci',
  );
}

/** @param {import('./world.mjs').World} world @param {import('./random.mjs').Random} random */
function emitter(world, random) {
  const chained = world.variant['chain'] === 'chain-id';
  /** @param {string} kind @param {number} at @param {string} source @param {string} chainId @param {{ id: string, type: string, content: object }} subject @param {boolean} kept @param {string} clock */
  return (kind, at, source, chainId, subject, kept, clock) => {
    const id = random.uuid();
    const type = `dev.cdevents.${kind}.0.2.0`;
    const time = iso(world.clock(clock, at));
    world.write(
      'cdevents',
      at,
      {
        specversion: '1.0',
        id,
        source,
        type,
        time,
        datacontenttype: 'application/json',
        data: {
          context: { version: '0.4.1', id, ...(chained ? { chainId } : {}), source, type, timestamp: time },
          subject: { id: subject.id, source, type: subject.type, content: subject.content },
        },
      },
      kept,
    );
  };
}
