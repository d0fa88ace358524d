import { expect, it } from 'vitest';
import { isBuildInput } from './innocent-cause.js';

it.each([
  '.github/workflows/main.yml',
  'services/api/package-lock.json',
  'Dockerfile',
  'deploy/Dockerfile.release',
  'scripts/build.sh',
  'ci/steps.yml',
  'requirements-dev.txt',
])('%s decides what a build executes', (path) => {
  expect(isBuildInput(path)).toBe(true);
});

it.each([
  'docs/scripts/note.txt',
  'src/ci/index.ts',
  'docs/Dockerfile-guide/readme.md',
  'src/action.ymlish.ts',
  'README.md',
])('%s does not', (path) => {
  expect(isBuildInput(path)).toBe(false);
});
