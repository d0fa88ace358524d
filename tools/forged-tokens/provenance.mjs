// @ts-check
// SLSA provenance in DSSE envelopes. A valid statement about a poisoned build is still valid: it says who built, not what was built.
import { createHash } from 'node:crypto';
import { isoSeconds } from './calendar.mjs';
import { imageName } from './cd-events.mjs';

/** @param {import('./world.mjs').World} world */
export function writeProvenance(world) {
  const mode = world.variant['provenance'];
  if (mode === 'none') return;
  const random = world.random('provenance');
  for (const run of world.facts.runs) {
    if (!run.digest || (mode === 'absent-once' && run.poison)) continue;
    const time = (/** @type {number} */ at) => isoSeconds(world.clock('ci', at));
    const repository = `https://github.com/${world.company.org}/${run.repo.name}`;
    const onGitHub = world.variant['ci'] === 'github';
    const statement = {
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://slsa.dev/provenance/v1',
      subject: [{ name: imageName(world, run), digest: { sha256: run.digest } }],
      predicate: {
        buildDefinition: {
          buildType: onGitHub
            ? 'https://actions.github.io/buildtypes/workflow/v1'
            : 'https://tekton.dev/chains/v2/slsa-tekton',
          externalParameters: {
            workflow: { ref: `refs/heads/${run.branch}`, repository, path: run.workflow.path },
          },
          resolvedDependencies: [
            { uri: `git+${repository}@refs/heads/${run.branch}`, digest: { gitCommit: run.sha } },
          ],
        },
        runDetails: {
          builder: {
            id: onGitHub
              ? 'https://github.com/actions/runner/github-hosted'
              : `${world.company.ciUrl}/builder/v2`,
          },
          metadata: {
            invocationId: onGitHub ? `${run.url}/attempts/${run.attempt}` : run.url,
            startedOn: time(run.createdAt),
            finishedOn: time(run.endedAt),
          },
        },
      },
    };
    const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
    const keyid = onGitHub ? '' : createHash('sha256').update(world.company.ciUrl).digest('hex');
    world.write('provenance', run.endedAt, {
      payloadType: 'application/vnd.in-toto+json',
      payload,
      signatures: [{ keyid, sig: random.bytes(70).toString('base64') }],
    });
  }
}
