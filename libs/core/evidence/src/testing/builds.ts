import { dayUs, event, minuteUs, mondayUs, secondUs } from '@faultline/detect/testing';
import type { Event } from '@faultline/model';

export interface BuildStory {
  readonly repository: string;
  readonly runs: number;
  /** Run → step → lines that it prints beside its ordinary ones. */
  readonly extra: Readonly<Record<number, Readonly<Record<string, readonly string[]>>>>;
  /** Run → paths that its commit touches; else a source file. */
  readonly paths: Readonly<Record<number, readonly string[]>>;
  /** False: pushes were not read. */
  readonly pushes: boolean;
  /** Runs of the story are this far apart, the first on a Monday. */
  readonly everyUs: number;
  readonly ordinary: Readonly<Record<string, readonly string[]>>;
}

export const plainBuild: BuildStory = {
  repository: 'org/sso',
  runs: 30,
  extra: {},
  paths: {},
  pushes: true,
  everyUs: dayUs,
  ordinary: {
    Checkout: [
      '##[group]Run actions/checkout@v4',
      'Syncing repository: org/sso',
      '##[endgroup]',
      'HEAD is now at %sha',
    ],
    Install: [
      '##[group]Run npm ci',
      'npm ci',
      '##[endgroup]',
      'added %n packages in %ns',
      'found 0 vulnerabilities',
    ],
    Compile: [
      '##[group]Run npm run build',
      'npm run build',
      '##[endgroup]',
      '> tsc -p tsconfig.build.json',
      'dist/main.js  %nkb',
      'Done in %ns',
    ],
    Push: [
      '##[group]Run docker push images.example/sso:%n',
      'docker push images.example/sso:%n',
      '##[endgroup]',
      'The push refers to repository [images.example/sso]',
      '%n: digest: %digest size: 1573',
    ],
  },
};

const stepUs = 20 * secondUs;

export function runAtUs(run: number, { everyUs }: Pick<BuildStory, 'everyUs'> = plainBuild): number {
  return mondayUs + 9 * 60 * minuteUs + run * everyUs;
}

export function shaOf(run: number): string {
  return (0xabc0000 + run * 7919).toString(16).padStart(8, 'e').repeat(5);
}

/** Digest of the image that a run pushes. */
export function digestOf(repository: string, run: number): string {
  const letters = numberOf(repository).toString(16).padStart(8, '0');
  return `sha256:${(letters + run.toString(16).padStart(8, '0')).repeat(4)}`;
}

/** A number that tells repositories apart. */
function numberOf(repository: string): number {
  return repository.split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffffff, 7);
}

/** Push, finished run, finished job with steps, and the job's log, for every run of a pipeline. */
export function buildRecords(given: Partial<BuildStory> = {}): Event[] {
  const story = { ...plainBuild, ...given };
  return Array.from({ length: story.runs }, (_, run) => recordsOfRun(story, run)).flat();
}

function recordsOfRun(story: BuildStory, run: number): Event[] {
  const { repository } = story;
  const atUs = runAtUs(run, story);
  const number = numberOf(repository);
  const ids = {
    repository,
    runId: `${number}${1000 + run}`,
    jobId: `${number}${9000 + run}`,
    jobName: 'build',
  };
  const names = Object.keys(story.ordinary);
  const steps = names.map((name, place) => ({
    number: place + 1,
    name,
    conclusion: 'success',
    startedAtUs: atUs + place * stepUs,
    completedAtUs: atUs + (place + 1) * stepUs - secondUs,
  }));
  const lines = names.flatMap((name, place) =>
    [...(story.ordinary[name] ?? []), ...(story.extra[run]?.[name] ?? [])].map((text, n) => ({
      atUs: atUs + place * stepUs + n * 1000,
      text: text
        .replaceAll('%sha', shaOf(run).slice(0, 7))
        .replaceAll('%digest', digestOf(repository, run))
        .replaceAll('%n', String(100 + ((run * 37) % 900))),
    })),
  );
  const endUs = atUs + names.length * stepUs;
  const commit = { commit: shaOf(run), startedAtUs: atUs, finishedAtUs: endUs };
  const push = event('vcs.push', atUs - minuteUs, {
    repository,
    commit: shaOf(run),
    commits: [{ id: shaOf(run), author: 'ann', paths: [...(story.paths[run] ?? [`src/part-${run}.ts`])] }],
  });
  return [
    ...(story.pushes ? [push] : []),
    event('cicd.run', endUs, { repository, runId: ids.runId, ...commit }),
    event('cicd.job', endUs, { ...ids, ...commit, steps }),
    event('cicd.log', endUs + secondUs, { ...ids, lines }),
  ];
}

/** A module that a compile step suddenly bundles, as a poisoned action or hook would make it. */
export const addedModule = [
  '> node scripts/bundle.mjs src/providers/token-rs.ts',
  'registered provider module token-rs for realm signing',
];
export const addedDownload = ['+ curl -fsSL https://static.files.example/v1/keyring.tgz -o /tmp/keyring.tgz'];
