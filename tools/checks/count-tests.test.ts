import { expect, test } from 'vitest';
import { countTests, lastLine } from './count-tests.mjs';

interface Outcome {
  readonly tests?: readonly string[];
  readonly brokenSuites?: number;
  readonly errors?: number;
}

function moduleOf({ tests = [], brokenSuites = 0, errors = 0 }: Outcome) {
  const bad = errors > 0 || brokenSuites > 0 || tests.includes('failed');
  const suite = { errors: () => [new Error('hook')] };
  return {
    state: () => (bad ? 'failed' : 'passed'),
    errors: () => Array.from({ length: errors }, () => new Error('load')),
    children: {
      allTests: () => tests.map((state) => ({ result: () => ({ state }) })),
      allSuites: () => Array.from({ length: brokenSuites }, () => suite),
    },
  };
}

test('counts test cases by their outcome', () => {
  const modules = [moduleOf({ tests: ['passed', 'failed'] }), moduleOf({ tests: ['passed', 'skipped'] })];
  expect(countTests(modules, 0)).toEqual({ passed: 2, failed: 1, skipped: 1 });
});

test('counts a file that does not load, a hook that throws and a loose rejection as failures', () => {
  expect(countTests([moduleOf({ errors: 1 })], 0).failed).toBe(1);
  expect(countTests([moduleOf({ tests: ['skipped'], brokenSuites: 1 })], 0).failed).toBe(1);
  expect(countTests([moduleOf({ tests: ['passed'] })], 2).failed).toBe(2);
});

test('says nothing of skipped tests where there are none', () => {
  expect(lastLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  expect(lastLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
});
