import type { JsonObject } from '@faultline/model';
import { firstTimeUs } from '../../fields/first-time.js';
import { objectsOf } from '../../fields/objects.js';
import { at, textAt } from '../../json/fields.js';

/** What a SLSA predicate says of a build, whichever version of SLSA wrote it. */
export interface Build {
  readonly atUs: number | null;
  readonly builderId: string | null;
  readonly runUrl: string | null;
  readonly commits: readonly string[];
}

/** A build of a large program has thousands of inputs, of which few are commits. */
const inputsMax = 10_000;

/** https://slsa.dev/provenance/v1 */
export function readSlsaV1(predicate: JsonObject): Build {
  const metadata = 'runDetails.metadata';
  return {
    atUs: firstTimeUs(at(predicate, `${metadata}.finishedOn`), at(predicate, `${metadata}.startedOn`)),
    builderId: textAt(predicate, 'runDetails.builder.id'),
    runUrl: textAt(predicate, `${metadata}.invocationId`),
    commits: commitsOf(objectsOf(at(predicate, 'buildDefinition.resolvedDependencies'), inputsMax)),
  };
}

/** https://slsa.dev/provenance/v0.2 and v0.1, which name the same things differently. */
export function readSlsaV0(predicate: JsonObject): Build {
  const source = at(predicate, 'invocation.configSource');
  return {
    atUs: firstTimeUs(at(predicate, 'metadata.buildFinishedOn'), at(predicate, 'metadata.buildStartedOn')),
    builderId: textAt(predicate, 'builder.id'),
    runUrl:
      textAt(predicate, 'metadata.buildInvocationID') ?? textAt(predicate, 'metadata.buildInvocationId'),
    commits: commitsOf([...objectsOf([source ?? null], 1), ...objectsOf(predicate['materials'], inputsMax)]),
  };
}

/** Commits among the inputs: `gitCommit` says so; `sha1` of a git address is one, of a file it is not. */
function commitsOf(inputs: readonly JsonObject[]): readonly string[] {
  const commits = inputs.map((input) => {
    const uri = textAt(input, 'uri') ?? '';
    const sha1 = uri.startsWith('git') || uri.includes('.git') ? textAt(input, 'digest.sha1') : null;
    return textAt(input, 'digest.gitCommit') ?? sha1;
  });
  return [...new Set(commits.filter((commit) => commit !== null))];
}
