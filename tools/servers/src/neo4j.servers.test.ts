import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { beforeAll, expect, test, vi } from 'vitest';
import { startNeo4j, type Neo4jServer } from './start-neo4j.js';
import { isServed } from './testing/is-served.js';

let temporary: string;
let server: Neo4jServer;
beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'neo4j-test-'));
  vi.stubEnv('TMPDIR', temporary);
  server = await startNeo4j();
  vi.unstubAllEnvs();
  return async () => {
    await server.stop();
    await rm(temporary, { recursive: true });
  };
});

async function withDriver<T>(password: string, use: (driver: Driver) => Promise<T>): Promise<T> {
  const driver = neo4j.driver(server.url, neo4j.auth.basic(server.user, password));
  try {
    return await use(driver);
  } finally {
    await driver.close();
  }
}

const names = (): Promise<readonly string[]> =>
  withDriver(server.password, async (driver) => {
    const { records } = await driver.executeQuery('MATCH (p:Probe) RETURN p.name AS name ORDER BY name');
    return records.map((record) => String(record.get('name')));
  });

const write = (name: string): Promise<unknown> =>
  withDriver(server.password, (driver) => driver.executeQuery('CREATE (:Probe { name: $name })', { name }));

test('refuses the first password of every Neo4j, and a wrong one', async () => {
  for (const password of ['neo4j', 'wrong-password'])
    await expect(withDriver(password, (driver) => driver.executeQuery('RETURN 1'))).rejects.toThrow(
      /unauthorized/,
    );
});

test('keeps what it committed through SIGKILL, and comes back at the same address as another process', async () => {
  const { url, pid } = server;
  await write('before');
  await server.kill();
  expect(await isServed(url.replace('bolt://', ''))).toBe(false);
  await server.restart();
  expect(server.url).toBe(url);
  expect(server.pid).not.toBe(pid);
  await write('after');
  expect(await names()).toEqual(['after', 'before']);
});

test('a restart of a running server is an orderly one, and keeps the password too', async () => {
  const { pid } = server;
  await server.restart();
  expect(server.pid).not.toBe(pid);
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  expect(await names()).toEqual(['after', 'before']);
});

test('stop leaves no process and no folder, and may be called again', async () => {
  const { pid, url } = server;
  expect(await readdir(temporary)).toHaveLength(1);
  await server.stop();
  await server.stop();
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  expect(await isServed(url.replace('bolt://', ''))).toBe(false);
  expect(await readdir(temporary)).toEqual([]);
});
