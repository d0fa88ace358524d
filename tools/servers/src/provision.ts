import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { removeAbandoned } from './abandoned-folders.js';
import { cacheFolder } from './cache-folder.js';
import { javaProgram } from './java-program.js';
import { runProgram } from './run-program.js';
import { serversAvailable } from './servers-available.js';
import { javaSources, pomFile, type ServerKind } from './server-kind.js';

/** A download of about 120 MB over a slow line; without a bound a dead mirror would hang the suite. */
const downloadTimeoutMs = 600_000;
const compileTimeoutMs = 120_000;

/**
 * Makes sure that a server's jars and its starter are in the cache, and gives the class path. The first call downloads up to 120 MB with Maven
 * (10 to 60 s), later ones look at one folder. Safe to call from several processes at once: each makes a folder of its own, and the first
 * rename wins. Throws with Maven's last lines when the download fails.
 */
export async function provision(kind: ServerKind): Promise<string> {
  const folder = await cacheFolder(kind);
  if (!existsSync(folder)) await make(kind, folder);
  return [path.join(folder, 'classes'), path.join(folder, 'lib', '*')].join(path.delimiter);
}

async function make(kind: ServerKind, folder: string): Promise<void> {
  const { missing } = serversAvailable();
  if (missing.length > 0)
    throw new Error(`No ${kind} for tests: this machine lacks ${missing.join(' and ')}.`);
  process.stderr.write(`${kind}: downloading the server for tests, once\n`);
  await mkdir(path.dirname(folder), { recursive: true });
  await removeAbandoned(`${folder}.part-`);
  const aside = await mkdtemp(`${folder}.part-`);
  try {
    await download(kind, path.join(aside, 'lib'));
    await compile(kind, aside);
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Another process was faster: its folder is as whole as ours.
    if (!existsSync(folder)) throw error;
  }
}

async function download(kind: ServerKind, lib: string): Promise<void> {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${lib}`, '-DincludeScope=runtime'];
  await runProgram('mvn', ['-B', '-q', '-f', pomFile(kind), ...goal], downloadTimeoutMs);
}

/** Compiled once: as a source file, Java would compile it at every start, for a second and more. */
async function compile(kind: ServerKind, folder: string): Promise<void> {
  const jars = await readdir(path.join(folder, 'lib'));
  const classPath = jars.map((jar) => path.join(folder, 'lib', jar)).join(path.delimiter);
  const target = ['-d', path.join(folder, 'classes'), '-cp', classPath, '--release', '17'];
  const compiler = ['-m', 'jdk.compiler/com.sun.tools.javac.Main', '-nowarn', '-proc:none'];
  await runProgram(javaProgram(), [...compiler, ...target, ...javaSources(kind)], compileTimeoutMs);
}
