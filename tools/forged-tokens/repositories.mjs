// @ts-check
// The repositories and what a build of each depends on: tool versions, lock file, base image, test files.
import { createHash } from 'node:crypto';

/** @typedef {{ name: string, tag: string, sha: string }} Tool an action (GitHub) or a step image (CDEvents) */
/** @typedef {ReturnType<typeof repository>} Repository */

const NODE_AREAS = [
  'session',
  'realm',
  'consent',
  'mapper',
  'client',
  'audit',
  'limits',
  'health',
  'locale',
  'theme',
  'export',
  'search',
  'events',
  'cache',
  'schema',
  'paging',
  'webhook',
  'pricing',
  'filters',
  'routes',
];
const DEPRECATED = [
  'inflight@1.0.6: This module is not supported, and leaks memory. Do not use it.',
  'glob@7.2.3: Glob versions prior to v9 are no longer supported',
  'rimraf@3.0.2: Rimraf versions prior to v4 are no longer supported',
  'lodash.get@4.4.2: This package is deprecated. Use the optional chaining (?.) operator instead.',
  '@humanwhocodes/config-array@0.13.0: Use @eslint/config-array instead',
  "abab@2.0.6: Use your platform's native atob() and btoa() methods instead",
  "domexception@4.0.0: Use your platform's native DOMException instead",
  'sourcemap-codec@1.4.8: Please use @jridgewell/sourcemap-codec instead',
];
const ARTIFACTS = [
  'com.fasterxml.jackson.core:jackson-databind',
  'org.slf4j:slf4j-api',
  'io.micrometer:micrometer-core',
  'com.nimbusds:nimbus-jose-jwt',
  'org.postgresql:postgresql',
  'io.netty:netty-handler',
  'com.zaxxer:HikariCP',
  'org.yaml:snakeyaml',
  'org.apache.commons:commons-lang3',
  'com.google.guava:guava',
];

/** @param {import('./world.mjs').World} world @returns {Repository[]} */
export function foundRepositories(world) {
  const { company, variant } = world;
  const random = world.random('repositories');
  const all = [
    repository(random, variant, company.issuerRepository, company.issuerService, variant['stack'], true),
  ];
  company.theme.services.forEach(({ name }, i) =>
    all.push(
      repository(
        random,
        variant,
        random.pick([name, name.replace('-api', ''), name.replace('-api', '-service')]),
        name,
        random.chance(0.65) ? 'node' : 'java',
        i < 3,
      ),
    ),
  );
  return all;
}

/** @param {import('./random.mjs').Random} random @param {import('./variants.mjs').Variant} variant @param {string} name @param {string} service @param {string} stack @param {boolean} important */
function repository(random, variant, name, service, stack, important) {
  const onGitHub = variant['ci'] === 'github';
  const tool = (
    /** @type {string} */ action,
    /** @type {string} */ tag,
    /** @type {string} */ image,
    /** @type {string} */ imageTag,
  ) => ({
    name: onGitHub ? action : `ci/${image}`,
    tag: onGitHub ? tag : imageTag,
    sha: sharedSha(onGitHub ? `${action}@${tag}` : `${image}:${imageTag}`, onGitHub),
  });
  return {
    name,
    service,
    stack,
    important,
    id: random.int(310_000_000, 890_000_000),
    version: [random.int(1, 6), random.int(0, 40), random.int(0, 9)],
    runNumber: random.int(240, 1900),
    head: random.hex(40),
    tools: {
      checkout: tool('actions/checkout', 'v4', 'git-clone', '0.9'),
      language:
        stack === 'node'
          ? tool('actions/setup-node', 'v4', 'node-toolchain', '20')
          : tool('actions/setup-java', 'v4', 'jdk-toolchain', '21'),
      pack: tool('assetpipe/pack-action', 'v2', 'pack-assets', '2.4'),
      login: tool('docker/login-action', 'v3', 'registry-login', '1.2'),
    },
    packages: random.int(420, 1180),
    funding: random.int(60, 190),
    runtimePackages: random.int(90, 240),
    lockHash: random.hex(64),
    baseDigest: random.hex(64),
    deprecated: random.shuffled(DEPRECATED).slice(0, random.int(3, 6)),
    dependencies: random
      .shuffled(ARTIFACTS)
      .slice(0, random.int(5, 8))
      .map((artifact) => `${artifact}:${random.int(1, 6)}.${random.int(0, 20)}.${random.int(0, 12)}`),
    tests: random.shuffled(NODE_AREAS).slice(0, random.int(7, 12)),
    untested: random.shuffled(NODE_AREAS),
    bundles: random
      .shuffled(['main', 'worker', 'realm', 'admin', 'migrate', 'metrics', 'jobs'])
      .slice(0, random.int(3, 5)),
    /** @type {string[]} lines that later installs print, by lawful lock file changes */
    installNotes: [],
  };
}

/** The same tag is the same commit for everyone. @param {string} reference @param {boolean} commit */
export function sharedSha(reference, commit) {
  const digest = createHash('sha256').update(`tool ${reference}`).digest('hex');
  return commit ? digest.slice(0, 40) : `sha256:${digest}`;
}
