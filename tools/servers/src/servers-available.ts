import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { javaProgram } from './java-program.js';

const javaOldest = 17;

/** Whether this machine can start real servers: `missing` says in words for people what it lacks. Costs one start of Java, about 0.2 s. */
export function serversAvailable(): { readonly missing: readonly string[] } {
  const modules = spawnSync(javaProgram(), ['--list-modules'], { encoding: 'utf8' }).stdout ?? '';
  const version = Number(/^java\.base@(\d+)/m.exec(modules)?.[1] ?? 0);
  const hasCompiler = /^jdk\.compiler@/m.test(modules);
  const missing = [
    ...(version >= javaOldest && hasCompiler
      ? []
      : [`Java ${javaOldest} or newer with its compiler (a JDK)`]),
    ...(isOnPath('mvn') ? [] : ['Maven (mvn)']),
  ];
  return { missing };
}

/** Looked for instead of asked: `mvn --version` would cost every run of the tests most of a second. */
const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => folder !== '' && existsSync(path.join(folder, program)));
