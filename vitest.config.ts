import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { probeSuites } from './sensors/go-fatal/probe-suites.mjs';
import { goSuites } from './tools/go-crashes/go-suites.mjs';
import { serverSuites } from './tools/servers/src/server-suites.js';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Public data sets too large for the repository. Suites that read them are `*.shared.test.ts`. */
const sharedData =
  process.env['FAULTLINE_SHARED_DATA'] ?? fileURLToPath(new URL('../shared/data', import.meta.url));
const sharedDataIsThere = existsSync(sharedData);

const notTests = [...configDefaults.exclude, '**/dist/**', '**/fixtures/**'];
/** Suites on real servers are `*.servers.test.ts`. */
const servers = serverSuites();
/** Suites that build and crash Go programs are `*.go.test.ts`. */
const go = goSuites();
/** Suites that set probes in the kernel are `*.probe.test.ts`. */
const probes = probeSuites();

/** Workspace imports lead to `src/index.ts`, so tests need no build and never see a stale one. */
const conditions = ['faultline-source', 'node', 'development|production'];

export default defineConfig({
  root,
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['faultline-source', 'node', 'module-sync'] } },
  // Nest reads constructor types: tests outside a tsconfig would otherwise get no decorators at all.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    env: {
      FAULTLINE_SHARED_DATA: sharedData,
      FAULTLINE_SERVERS_NOT_RUN: servers.notRun ?? '',
      FAULTLINE_GO_NOT_RUN: go.notRun ?? '',
      FAULTLINE_PROBES_NOT_RUN: probes.notRun ?? '',
    },
    pool: 'forks',
    setupFiles: ['./tools/checks/property-seed.ts'],
    slowTestThreshold: 1_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'own',
          include: ['{libs,apps,migrations,sensors,tools,scenarios,bench}/**/*.test.{ts,tsx}'],
          exclude: [
            ...notTests,
            '**/*.servers.test.ts',
            ...(sharedDataIsThere ? [] : ['**/*.shared.test.ts']),
            ...go.exclude,
            ...probes.exclude,
          ],
          // The default leaves one core idle, which on a two-core machine is half of it.
          maxWorkers: Math.max(2, availableParallelism()),
          // An embedded PostgreSQL or a shared data set on a busy two-core machine needs the room; a pure test takes milliseconds.
          testTimeout: 30_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          // Suites on a real Kafka or Neo4j (docs/adr/0013): one file at a time, after the others, because a starting server takes the whole machine.
          name: 'servers',
          include: ['{libs,apps,tools}/**/*.servers.test.ts'],
          exclude: [...notTests, ...servers.exclude],
          globalSetup: './tools/servers/src/provision-for-tests.ts',
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          // A Neo4j takes 5 s to start, and was seen to take 30 s beside other work.
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
