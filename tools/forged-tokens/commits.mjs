// @ts-check
// What a commit says, which files it names, and what it changes in later builds.
import { sharedSha } from './repositories.mjs';

const MESSAGES = [
  'Tighten request limits',
  'Handle empty page in listing',
  'Rename metric labels',
  'Return 409 on duplicate key',
  'Trim trailing slash in redirect',
  'Log slow queries',
  'Use shared paging helper',
  'Fix time zone in export',
  'Cache realm lookup',
  'Drop unused column from view',
  'Retry on connection reset',
  'Clarify error text',
  'Move defaults to config',
  'Speed up start-up check',
];
const FOLDERS = ['api', 'domain', 'store', 'http', 'config', 'jobs'];
const NAMES = [
  'handler',
  'limits',
  'paging',
  'mapper',
  'metrics',
  'errors',
  'routes',
  'query',
  'redirect',
  'schedule',
];

/** @param {import('./random.mjs').Random} random @param {readonly import('./work-plan.mjs').Touch[]} touches */
export function commitMessage(random, touches) {
  if (touches.includes('lockfile'))
    return random.pick(['Update dependencies', 'Bump minor versions', 'chore(deps): refresh lock file']);
  if (touches.includes('workflow')) return random.pick(['ci: bump actions', 'ci: use newer checkout']);
  if (touches.includes('dockerfile')) return 'Bump base image';
  if (touches.includes('test')) return random.pick(['Cover edge cases', 'Add missing tests']);
  return random.pick(MESSAGES);
}

/** @param {import('./random.mjs').Random} random @param {import('./repositories.mjs').Repository} repo @param {readonly import('./work-plan.mjs').Touch[]} touches */
export function changedFiles(random, repo, touches) {
  const node = repo.stack === 'node';
  const root = node ? 'src' : 'src/main/java/com/company/platform';
  const files = Array.from(
    { length: random.int(1, 4) },
    () => `${root}/${random.pick(FOLDERS)}/${random.pick(NAMES)}.${node ? 'ts' : 'java'}`,
  );
  if (touches.includes('lockfile'))
    files.push(...(node ? ['package.json', 'package-lock.json'] : ['pom.xml']));
  if (touches.includes('dockerfile')) files.push('Dockerfile');
  if (touches.includes('workflow')) files.push('.github/workflows/main.yml');
  if (touches.includes('test'))
    files.push(
      node
        ? `test/${repo.tests[repo.tests.length - 1]}.test.ts`
        : `src/test/java/com/company/platform/${repo.tests[repo.tests.length - 1]}Test.java`,
    );
  return [...new Set(files)];
}

/** @param {import('./random.mjs').Random} random @param {import('./repositories.mjs').Repository} repo @param {readonly import('./work-plan.mjs').Touch[]} touches */
export function applyTouches(random, repo, touches) {
  const node = repo.stack === 'node';
  if (touches.includes('lockfile')) {
    repo.packages += random.int(-4, 9);
    repo.funding += random.int(-2, 3);
    repo.lockHash = random.hex(64);
    repo.dependencies = repo.dependencies.map((dependency) =>
      random.chance(0.3) ? dependency.replace(/\d+$/, (patch) => String(Number(patch) + 1)) : dependency,
    );
    if (node && random.chance(0.5))
      repo.installNotes = random.pick([
        ['', '> esbuild@0.24.2 postinstall', '> node install.js', ''],
        ['', '> core-js@3.40.0 postinstall', '> node -e "try{require(\'./postinstall\')}catch(e){}"', ''],
        [],
      ]);
  }
  if (touches.includes('dockerfile')) repo.baseDigest = random.hex(64);
  if (touches.includes('workflow')) {
    const { checkout } = repo.tools;
    const [, major] = /^v(\d+)$/.exec(checkout.tag) ?? [];
    const tag = major
      ? `v${Number(major) + 1}`
      : `${checkout.tag.split('.')[0]}.${Number(checkout.tag.split('.')[1] ?? 0) + 1}`;
    repo.tools = {
      ...repo.tools,
      checkout: { ...checkout, tag, sha: sharedSha(`${checkout.name}@${tag}`, Boolean(major)) },
    };
  }
  if (touches.includes('test')) {
    const next = repo.untested.find((area) => !repo.tests.includes(area));
    if (next) repo.tests = [...repo.tests, next];
  }
}
