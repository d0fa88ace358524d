import { homedir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { cacheFolder, cacheRoot } from './cache-folder.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('takes its own variable first, then the one of the desktop, then the home', () => {
  vi.stubEnv('FAULTLINE_CACHE_DIR', '/own');
  vi.stubEnv('XDG_CACHE_HOME', '/desktop');
  expect(cacheRoot()).toBe('/own');
  vi.stubEnv('FAULTLINE_CACHE_DIR', '');
  expect(cacheRoot()).toBe('/desktop/faultline');
  vi.stubEnv('XDG_CACHE_HOME', undefined);
  expect(cacheRoot()).toBe(path.join(homedir(), '.cache', 'faultline'));
});

test('each server has a folder of its own, the same at every call', async () => {
  const kafka = await cacheFolder('kafka');
  expect(path.basename(kafka)).toMatch(/^kafka-[0-9a-f]{16}$/);
  expect(await cacheFolder('kafka')).toBe(kafka);
  expect(await cacheFolder('neo4j')).not.toBe(kafka);
});
