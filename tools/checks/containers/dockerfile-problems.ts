import { validate } from 'dockerfile-utils';
import { dockerfileStages, type Instruction } from './dockerfile-stages.js';

export interface DockerfileSurroundings {
  /** True when the builder is given something at this path. */
  readonly isGiven: (path: string) => boolean;
}

const when = (isBroken: boolean, message: string): readonly string[] => (isBroken ? [message] : []);

/** What is wrong with a Dockerfile: what the parser of the Docker language server says, and our own rules. */
export function dockerfileProblems(text: string, surroundings: DockerfileSurroundings): readonly string[] {
  const syntax = validate(text).map(
    ({ message, range }) =>
      `line ${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
  );
  if (syntax.length > 0) return syntax;
  const stages = dockerfileStages(text);
  const all = stages.flatMap(({ instructions }) => instructions);
  return [
    ...when(stages.length < 2, 'one stage: the tools of the build would be in the image'),
    ...stages.flatMap(({ image }) =>
      imageProblems(
        image,
        stages.map(({ name }) => name),
      ),
    ),
    ...when(
      !isUnprivileged(stages.at(-1)?.instructions ?? []),
      'the last stage needs USER with a number that is not 0',
    ),
    ...when(!all.some(({ rest }) => /\bnpm ci\b/.test(rest)), 'npm ci installs what the lock file says'),
    ...when(
      !all.some(isEntryPoint),
      'ENTRYPOINT must be a list that begins with node: a shell would keep the signals',
    ),
    ...all.flatMap((instruction) => instructionProblems(instruction, surroundings)),
  ];
}

function imageProblems(image: string, stages: readonly string[]): readonly string[] {
  if (stages.includes(image)) return [];
  return when(
    !/:[\w.-]+$|@sha256:[0-9a-f]{64}$/.test(image) || image.endsWith(':latest'),
    `image ${image} needs a tag, and not latest`,
  );
}

function isUnprivileged(instructions: readonly Instruction[]): boolean {
  const user = instructions.findLast(({ keyword }) => keyword === 'USER');
  return /^[1-9]\d*(:[1-9]\d*)?$/.test(user?.rest ?? '');
}

function isEntryPoint({ keyword, rest }: Instruction): boolean {
  return keyword === 'ENTRYPOINT' && rest.startsWith('["node"');
}

function instructionProblems(
  { keyword, rest }: Instruction,
  { isGiven }: DockerfileSurroundings,
): readonly string[] {
  switch (keyword) {
    case 'ADD':
      return ['ADD fetches and unpacks: use COPY'];
    case 'HEALTHCHECK':
      return ['HEALTHCHECK depends on the role: docker-compose.yml has one for each'];
    case 'RUN':
      return [
        ...when(
          /\bnpm (i|install|add)\b/.test(rest),
          'npm install may take other versions than the lock file says',
        ),
        ...when(/\bnpm ci\b(?!.*--ignore-scripts)/.test(rest), 'npm ci needs --ignore-scripts'),
        ...when(/\b(curl|wget)\b/.test(rest), 'fetches something that no lock file knows'),
      ];
    case 'ENV':
    case 'ARG':
      return when(/PASSWORD|SECRET|TOKEN|_KEY\b/.test(rest), `${keyword} keeps a secret in the image`);
    case 'COPY':
      return copyProblems(rest, isGiven);
    default:
      return [];
  }
}

function copyProblems(rest: string, isGiven: (path: string) => boolean): readonly string[] {
  const words = rest.split(/\s+/);
  if (words.some((word) => word.startsWith('--from='))) return [];
  const sources = words.filter((word) => !word.startsWith('--')).slice(0, -1);
  return sources.flatMap((source) => [
    ...when(source === '.', 'COPY of everything: name what the image needs'),
    ...when(
      source !== '.' && !isGiven(source),
      `COPY of ${source}, which is not there or which .dockerignore keeps out`,
    ),
  ]);
}
