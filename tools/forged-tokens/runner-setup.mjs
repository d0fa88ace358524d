// @ts-check
// The first step of a job: which machine, which image, which tools. Image roll-outs change these lines for many repositories at once.
import { DAY, iso } from './calendar.mjs';

/** The image version of a moment: a new one every week, plus the extra roll-out of a decoy. @param {import('./world.mjs').World} world @param {number} at */
function imageOf(world, at) {
  const extra = world.variant['decoys'].includes('runner-image') && at > world.calendar.builtAt - DAY * 0.3;
  const monday = Math.floor((at - 4 * DAY) / (7 * DAY)) * 7 * DAY + 4 * DAY;
  return {
    extra,
    version: extra ? `${stamp(world.calendar.builtAt - DAY * 0.3)}.2.0` : `${stamp(monday)}.1.0`,
  };
}

const stamp = (/** @type {number} */ at) => iso(at).slice(0, 10).replaceAll('-', '');

/** @param {import('./step-log.mjs').StepLog} log @param {import('./world.mjs').World} world @param {string} job @param {readonly import('./repositories.mjs').Tool[]} tools */
export function setUpJob(log, world, job, tools) {
  const { extra, version } = imageOf(world, log.at);
  const short = version.split('.').slice(0, 2).join('.');
  log.line(`Current runner version: '${extra ? '2.322.0' : '2.321.0'}'`);
  log.group('Operating System', ['Ubuntu', extra ? '22.04.5' : '22.04.4', 'LTS']);
  log.group('Runner Image', [
    'Image: ubuntu-22.04',
    `Version: ${version}`,
    `Included Software: https://github.com/actions/runner-images/blob/ubuntu22/${short}/images/ubuntu/Ubuntu2204-Readme.md`,
    `Image Release: https://github.com/actions/runner-images/releases/tag/ubuntu22%2F${short}`,
  ]);
  log.group(
    'Runner Image Provisioner',
    extra
      ? [
          'Hosted Compute Agent',
          `Version: ${stamp(world.calendar.builtAt - 40 * DAY)}.404`,
          'Commit: 8ec3b9ad71f1a5e5ba3bb63f4b2e1e5a5b5d2e97',
        ]
      : ['2.0.404.1'],
  );
  log.group('GITHUB_TOKEN Permissions', ['Contents: read', 'Metadata: read', 'Packages: write']);
  log.all([
    'Secret source: Actions',
    'Prepare workflow directory',
    'Prepare all required actions',
    'Getting action download info',
  ]);
  log.pause(0.2, 0.9);
  for (const tool of tools) {
    log.line(`Download action repository '${tool.name}@${tool.tag}' (SHA:${tool.sha})`);
    log.pause(0.1, 0.6);
  }
  log.line(`Complete job name: ${job}`);
}

/** The same for a cluster task: step images and their digests. @param {import('./step-log.mjs').StepLog} log @param {string} registry @param {readonly import('./repositories.mjs').Tool[]} tools */
export function pullStepImages(log, registry, tools) {
  log.line('##[group]Run prepare');
  log.line('2 init containers, entrypoint placed in /tekton/bin');
  for (const tool of tools) {
    log.pause(0.1, 0.7);
    log.line(`Pulled step image ${registry}/${tool.name}:${tool.tag} (${tool.sha})`);
  }
  log.line('##[endgroup]');
}
