import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cacheFolder } from './cache-folder.js';
import { provision } from './provision.js';
import { killed, sourceProcess } from './testing/source-process.js';
import { stubProgram } from './testing/stub-program.js';

let cache: string;
let stub: string;
const before = process.env['PATH'] ?? '';

beforeEach(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'provision-test-'));
  vi.stubEnv('FAULTLINE_CACHE_DIR', cache);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cache, { recursive: true, force: true });
  await rm(stub, { recursive: true, force: true });
});

test('a download that fails is told in the last words of Maven, without a password, and leaves nothing', async () => {
  stub = await stubProgram(
    'mvn',
    'echo "[ERROR] Could not transfer from https://reader:hush@mirror.invalid/maven2"; exit 1',
  );
  vi.stubEnv('PATH', `${stub}:${before}`);
  const failed = await provision('kafka').catch(String);
  expect(failed).toMatch(/mvn ended with 1[^]*Could not transfer from https:\/\/\*\*\*@mirror\.invalid/);
  expect(failed).not.toContain('hush');
  expect(await readdir(cache)).toEqual([]);
});

test('a killed download never counts, and two at once then make one whole folder', async () => {
  // Takes its time with half of the jars there, and ends by itself.
  stub = await stubProgram(
    'mvn',
    'for a; do case $a in -DoutputDirectory=*) d=${a#*=};; esac; done; mkdir -p $d; echo x >$d/half.jar; exec sleep 20',
  );
  const child = sourceProcess('provision.ts', 'provision', ['kafka'], { PATH: `${stub}:${before}` });
  await expect.poll(() => halfMade(), { timeout: 60_000, interval: 50 }).toHaveLength(1);
  await killed(child);
  const folder = await cacheFolder('kafka');
  expect(existsSync(folder)).toBe(false);

  const [part = ''] = await halfMade();
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  await utimes(path.join(cache, part), longAgo, longAgo);
  const both = await Promise.all([provision('kafka'), provision('kafka')]);
  expect(both[0]).toBe(both[1]);
  expect(await readdir(cache)).toEqual([path.basename(folder)]);
  const jars = await readdir(path.join(folder, 'lib'));
  expect(jars).toContain('kafka_2.13-3.9.1.jar');
  expect(jars).not.toContain('half.jar');
  expect(await readdir(path.join(folder, 'classes'))).toContain('StartKafka.class');
});

async function halfMade(): Promise<readonly string[]> {
  const names = await readdir(cache);
  return names.filter((name) => existsSync(path.join(cache, name, 'lib', 'half.jar')));
}
