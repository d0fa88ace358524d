import type { EventIndex, EventOf } from '@faultline/model';
import type { JobRun } from './pipeline-histories.js';

/** Files that decide what a build executes wherever they lie: pipeline definitions, lock files, images, build files. */
const buildFiles =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/|\.gitlab-ci[^/]*$|\.circleci\/|\.tekton\/|Jenkinsfile[^/]*$|azure-pipelines[^/]*$|action\.ya?ml$|Dockerfile[^/]*$|Containerfile$|docker-compose[^/]*$|Makefile$|CMakeLists\.txt$|package(?:-lock)?\.json$|npm-shrinkwrap\.json$|yarn\.lock$|pnpm-lock\.yaml$|bun\.lockb?$|go\.(?:mod|sum)$|Cargo\.(?:toml|lock)$|poetry\.lock$|Pipfile(?:\.lock)?$|pyproject\.toml$|requirements[\w.-]*\.txt$|pom\.xml$|build\.gradle[^/]*$|gradle\.lockfile$|settings\.gradle[^/]*$|Gemfile(?:\.lock)?$|composer\.(?:json|lock)$|\.npmrc$|\.nvmrc$|\.tool-versions$)/i;
/** Folders of build scripts, at the top of a repository only: `docs/scripts` builds nothing. */
const buildFolders = /^(?:ci|tekton|scripts?|build)\//i;

/** True for a path whose change lawfully changes what a build executes or prints: pipeline definition, lock file, base image, build script. */
export function isBuildInput(path: string): boolean {
  return buildFiles.test(path) || buildFolders.test(path);
}

export type Innocence =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'explained'; readonly why: string; readonly events: readonly string[] };

/** Pushes are announced seconds after they happen, and clocks differ by a minute or two. */
const slackUs = 180_000_000;

/** Does a commit between two runs explain that the later one executed or printed something new? */
export function commitBetween(index: EventIndex, previous: JobRun | undefined, run: JobRun): Innocence {
  const { repository } = run.job.identity;
  const pushes = index.memo(pushesByRepository).get(repository ?? '') ?? [];
  if (pushes.length === 0)
    return { kind: 'unknown', why: `no push of ${repository ?? 'this repository'} was read` };
  const fromUs = previous?.atUs ?? -Infinity;
  const own = run.job.commit;
  const branch = run.job.branch;
  const between = pushes
    .filter((push) => push.commit === own || reachesRun(push.ref, branch))
    .filter(
      (push) =>
        (push.atUs > fromUs - slackUs &&
          push.atUs <= run.atUs + slackUs &&
          push.commit !== previous?.job.commit) ||
        push.commit === own,
    );
  // The same commit built again has the same inputs, whatever was pushed to other branches meanwhile.
  const relevant = own !== null && own === previous?.job.commit ? [] : between;
  const touching = relevant.filter((push) => push.commits.some((commit) => commit.paths.some(isBuildInput)));
  const first = touching[0];
  if (first === undefined) return { kind: 'none' };
  const path = first.commits.flatMap((commit) => commit.paths).find(isBuildInput) ?? '';
  return {
    kind: 'explained',
    why: `commit ${first.commit.slice(0, 10)} changed ${path}`,
    events: touching.map((push) => push.id),
  };
}

/** A push to another branch is not in the run's tree. Where either is unknown it may be. */
function reachesRun(ref: string | null, branch: string | null): boolean {
  return (
    ref === null ||
    branch === null ||
    ref.replace(/^refs\/heads\//, '') === branch.replace(/^refs\/heads\//, '')
  );
}

function pushesByRepository(index: EventIndex): ReadonlyMap<string, readonly EventOf<'vcs.push'>[]> {
  const map = new Map<string, EventOf<'vcs.push'>[]>();
  for (const push of index.of('vcs.push')) {
    const list = map.get(push.repository);
    if (list === undefined) map.set(push.repository, [push]);
    else list.push(push);
  }
  return map;
}
