import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-files.js';

const launcher = path.join(root, 'apps/cli/bin/faultline.mjs');

test.each(['18.20.4', '20.18.3'])('says on Node %s which Node it needs, and starts nothing', (version) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, launcher, '--help'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe(
    `faultline: Faultline needs Node 20.19 or newer, this is Node ${version}. Get it from https://nodejs.org\n`,
  );
  expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
});
