import {
  artifactEntity,
  buildEntity,
  commitEntity,
  digestPrints,
  runAttempts,
  stepEntity,
  type EventIndex,
  type EventOf,
  type LinkDraft,
  type NamedEntity,
} from '@faultline/model';
import type { LinkingRule } from '../linking-rule.js';

/** Behind every step of the same second. */
const afterSteps = 1_000_000;

// (:BuildStep)-[:PUSHED_DIGEST]->(:Artifact)    where the log prints the digest
// (:Build)-[:PRODUCED]->(:Artifact)             where only the run is known (run URL, chain id, provenance)
// (:Commit)-[:SOURCE_OF]->(:Artifact)           where nothing but the commit is known
export const artifactBuilt: LinkingRule = {
  id: 'delivery.artifact-built',
  draws: '(:BuildStep|Build|Commit)-[:PUSHED_DIGEST|PRODUCED|SOURCE_OF]->(:Artifact)',
  link(index, emit) {
    const prints = index.memo(digestPrints);
    const runOf = index.memo(runFinder);
    const names = index.memo(artifactNames);
    const common = { seq: afterSteps, rule: this.id, bytes: null } as const;
    for (const [digest, print] of prints) {
      emit({
        ...common,
        from: stepEntity(print.job.identity, print.step.number, print.step.name),
        to: artifactEntity(digest, null, names.get(digest) ?? null),
        atUs: print.atUs,
        kind: 'pushed-digest',
        basis: 'observed',
        events: print.job.events.slice(0, 4),
      });
    }
    const fallback = (
      digest: string | null,
      purl: string | null,
      name: string,
      atUs: number,
      from: Origin | null,
    ) => {
      if (from === null || (digest !== null && prints.has(digest))) return;
      emit({
        ...common,
        from: from.entity,
        to: artifactEntity(digest, purl, name),
        atUs,
        kind: from.kind,
        basis: from.basis,
        events: from.events,
      });
    };
    for (const event of index.of('cicd.artifact')) {
      fallback(event.digest, event.purl, event.name, event.atUs, originOf(event, runOf));
    }
    for (const event of index.of('cicd.provenance')) {
      const run = runOf(event.runUrl, null);
      if (run === null) continue;
      for (const subject of event.subjects) {
        fallback(subject.digest, null, subject.name ?? 'artifact', event.atUs, {
          entity: run,
          kind: 'produced',
          basis: 'observed',
          events: [event.id],
        });
      }
    }
  },
};

interface Origin {
  readonly entity: NamedEntity;
  readonly kind: string;
  readonly basis: LinkDraft['basis'];
  readonly events: readonly string[];
}

function originOf(event: EventOf<'cicd.artifact'>, runOf: RunFinder): Origin | null {
  const run = runOf(event.runUrl, event.chainId);
  if (run !== null) return { entity: run, kind: 'produced', basis: 'observed', events: [event.id] };
  if (event.commit === null) return null;
  return {
    entity: commitEntity(null, event.commit),
    kind: 'source-of',
    basis: 'inferred',
    events: [event.id],
  };
}

type RunFinder = (runUrl: string | null, chainId: string | null) => NamedEntity | null;

/** A run by its URL (with the attempt, whole, or with the run id as a path segment) or by the CDEvents chain id. */
function runFinder(index: EventIndex): RunFinder {
  const byId = new Map<string, NamedEntity>();
  const byAttempt = new Map<string, NamedEntity>();
  // In order of attempts: where nothing names the attempt, the last one counts.
  const runs = [...index.memo(runAttempts)].sort((a, b) => a.attempt - b.attempt);
  const byUrl = new Map<string, NamedEntity>();
  const byChain = new Map<string, NamedEntity>();
  for (const run of runs) {
    const entity = buildEntity(run.repository, run.runId, run.attempt, run.pipeline);
    byId.set(run.runId, entity);
    byAttempt.set(`${run.runId}/attempts/${run.attempt}`, entity);
    if (run.url !== null) byUrl.set(run.url, entity);
    if (run.chainId !== null) byChain.set(run.chainId, entity);
  }
  return (runUrl, chainId) => {
    if (runUrl !== null) {
      const named = byAttempt.get(/[^/]+\/attempts\/\d+/.exec(runUrl)?.[0] ?? '') ?? byUrl.get(runUrl);
      if (named !== undefined) return named;
      for (const segment of runUrl.split('/')) {
        const found = segment === '' ? undefined : byId.get(segment);
        if (found !== undefined) return found;
      }
    }
    return chainId === null ? null : (byChain.get(chainId) ?? null);
  };
}

/** Digest → name of the image or package. */
export function artifactNames(index: EventIndex): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const event of index.of('cicd.artifact'))
    if (event.digest !== null) names.set(event.digest, event.name);
  for (const event of index.of('cicd.deployment')) {
    if (event.digest !== null && !names.has(event.digest)) names.set(event.digest, event.service);
  }
  return names;
}
