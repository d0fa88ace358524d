import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Public data sets too large for the repository. Suites that read them are `*.shared.test.ts`. */
const sharedData =
  process.env['FAULTLINE_SHARED_DATA'] ?? fileURLToPath(new URL('../shared/data', import.meta.url));
const sharedDataIsThere = existsSync(sharedData);

/** Workspace imports lead to `src/index.ts`, so tests need no build and never see a stale one. */
const conditions = ['faultline-source', 'module', 'node', 'development|production'];

export default defineConfig({
  root,
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['faultline-source', 'node', 'module-sync'] } },
  // Nest reads constructor types: tests outside a tsconfig would otherwise get no decorators at all.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    include: ['{libs,apps,migrations,tools,scenarios,bench}/**/*.test.{ts,tsx}'],
    exclude: [
      ...configDefaults.exclude,
      '**/dist/**',
      '**/fixtures/**',
      ...(sharedDataIsThere ? [] : ['**/*.shared.test.ts']),
    ],
    env: { FAULTLINE_SHARED_DATA: sharedData },
    pool: 'forks',
    // The default leaves one core idle, which on a two-core machine is half of it.
    maxWorkers: Math.max(2, availableParallelism()),
    // An embedded PostgreSQL or a shared data set on a busy two-core machine needs the room; a pure test takes milliseconds.
    testTimeout: 30_000,
    hookTimeout: 90_000,
    slowTestThreshold: 1_000,
  },
});
