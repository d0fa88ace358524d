// @ts-check
import process from 'node:process';
import { machineGo } from './build-programs.mjs';

/** Suites that crash real programs or build Go ones are `*.go.test.ts`. CI runs them all, and fails where it cannot. */
export function goSuites() {
  const missing = process.env['CI'] !== 'true' && machineGo() === undefined;
  return missing
    ? { notRun: 'not run (this machine lacks Go)', exclude: ['**/*.go.test.ts'] }
    : { notRun: undefined, exclude: [] };
}
