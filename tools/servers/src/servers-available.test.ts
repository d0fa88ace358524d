import { rm } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { serversAvailable } from './servers-available.js';
import { serverSuites } from './server-suites.js';
import { stubProgram } from './testing/stub-program.js';

const stubs: string[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const stub of stubs.splice(0)) await rm(stub, { recursive: true });
});

async function machineWith(programs: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, script] of Object.entries(programs)) stubs.push(await stubProgram(name, script));
  vi.stubEnv('PATH', stubs.join(':'));
  for (const name of ['JAVA_HOME', 'CI', 'KAFKA_BROKERS', 'NEO4J_URL']) vi.stubEnv(name, undefined);
}

const jdk = (version: number): string => `echo java.base@${version}.0.1; echo jdk.compiler@${version}.0.1`;

test('names both when the machine has neither', async () => {
  await machineWith({});
  expect(serversAvailable().missing).toEqual(['Java 17 or newer with its compiler (a JDK)', 'Maven (mvn)']);
});

test('is content with a JDK of 17 or 21 and Maven', async () => {
  await machineWith({ java: jdk(17), mvn: '' });
  expect(serversAvailable().missing).toEqual([]);
  await machineWith({ java: jdk(21) });
  expect(serversAvailable().missing).toEqual([]);
});

test.each([
  ['an older Java', jdk(11)],
  ['a Java without its compiler', 'echo java.base@17.0.1'],
  ['a program that only says where Java can be had', 'echo java.base@17 jdk.compiler@17 >&2; exit 1'],
])('is not content with %s', async (_, java) => {
  await machineWith({ java, mvn: '' });
  expect(serversAvailable().missing).toHaveLength(1);
});

test('where something is missing no server suite runs, and one line says why', async () => {
  await machineWith({ java: jdk(17) });
  expect(serverSuites()).toEqual({
    notRun: 'not run (this machine lacks Maven (mvn))',
    exclude: ['**/*.servers.test.ts'],
  });
});

test('a given server is tested all the same; only the tests of starting one are left out', async () => {
  await machineWith({});
  vi.stubEnv('NEO4J_URL', 'bolt://127.0.0.1:7687');
  const { notRun, exclude } = serverSuites();
  expect(exclude).toEqual(['tools/servers/**']);
  expect(notRun).toMatch(/^only against the given server/);
});

test('CI leaves nothing out, whatever is missing', async () => {
  await machineWith({});
  vi.stubEnv('CI', 'true');
  expect(serverSuites()).toEqual({ notRun: undefined, exclude: [] });
});
