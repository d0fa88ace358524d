// @ts-check
// One `go build` for many programs: they share the standard library and the linker's start.
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { programsFolder } from './marks.mjs';

/** Found by the path, as any other tool. */
export const goCommand = 'go';

/** The first build with a toolchain compiles its standard library: minutes on a busy machine of two cores. */
const buildTimeoutMs = 15 * 60_000;

/** The machine's own Go, `1.26.8`; undefined where there is none. @returns {string | undefined} */
export function machineGo() {
  const answer = spawnSync(goCommand, ['env', 'GOVERSION'], {
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local' },
  });
  return answer.status === 0 ? /^go([\d.]+)/.exec(answer.stdout)?.[1] : undefined;
}

/**
 * Builds into a fresh folder of the system's folder for temporary files; the caller removes `home`. Sources are copied first, so that the dump
 * shows paths of the copy. `version` undefined: the machine's Go; another one comes through the Go module proxy, if it is not there yet.
 *
 * @param {{ names: readonly string[], version?: string | undefined, setting: import('./settings.mjs').Setting }} wanted
 */
export async function buildPrograms(wanted) {
  const home = mkdtempSync(join(tmpdir(), 'go-crashes-'));
  try {
    return await buildInto(home, wanted);
  } catch (cause) {
    rmSync(home, { recursive: true, force: true });
    throw cause;
  }
}

/** @param {string} home @param {Parameters<typeof buildPrograms>[0]} wanted */
async function buildInto(home, { names, version, setting }) {
  const source = join(home, 'src');
  const bin = join(home, 'bin');
  mkdirSync(bin);
  cpSync(programsFolder, source, { recursive: true });
  const env = {
    ...process.env,
    ...setting.buildEnv,
    GOTOOLCHAIN: version === undefined ? 'local' : `go${version}`,
    GOFLAGS: '-buildvcs=false',
    PWD: source,
  };
  const packages = names.map((name) => `./${name}`);
  await promisify(execFile)(goCommand, ['build', '-o', `${bin}/`, ...setting.flags, ...packages], {
    cwd: source,
    env,
    timeout: buildTimeoutMs,
    maxBuffer: 16 * 1024 * 1024,
  });
  const { stdout } = await promisify(execFile)(goCommand, ['env', 'GOROOT'], { cwd: source, env });
  const missing = names.filter((name) => !existsSync(join(bin, name)));
  if (missing.length > 0) throw new Error(`go build left out ${missing.join(', ')}`);
  return { home, source, bin, goroot: stdout.trim() };
}
