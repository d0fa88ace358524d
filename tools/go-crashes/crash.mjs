#!/usr/bin/env node
// @ts-check
// node tools/go-crashes/crash.mjs PROGRAM [--go 1.22.12] [--setting system]: builds it, runs it until it dies, prints what it wrote.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildPrograms, machineGo } from './build-programs.mjs';
import { builds, programNamed } from './marks.mjs';
import { runUntilDead } from './run-until-dead.mjs';
import { knows, settings } from './settings.mjs';
import { truthOf } from './truth.mjs';

/**
 * @typedef {{ program: string, version: string, setting: string, text: string, exitCode: number, truth: import('./truth.mjs').Truth }} Crash
 */

/**
 * Builds all programs at once, then crashes one after the other: two at a time would take the second core from the race.
 *
 * @param {{ names: readonly string[], version?: string | undefined, setting?: string }} wanted without a version: the machine's Go
 * @param {(failure: { program: string, cause: unknown }) => void} [onFailure] a program that did not die as marked; without it: throws
 * @returns {Promise<readonly Crash[]>}
 */
export async function crashPrograms({ names, version, setting = 'default' }, onFailure) {
  const chosen = settings[setting];
  if (chosen === undefined) throw new Error(`no setting ${setting}: ${Object.keys(settings).join(', ')}`);
  const number = version ?? machineGo() ?? '0.0';
  const programs = names.map(programNamed).filter((program) => builds(program, number));
  if (!knows(chosen, number) || programs.length === 0) return [];
  const built = await buildPrograms({ names: programs.map(({ name }) => name), version, setting: chosen });
  /** @type {Crash[]} */
  const crashes = [];
  try {
    for (const program of programs) {
      const accept = (/** @type {{ text: string }} */ { text }) => truthOf(text, program) !== undefined;
      try {
        const death = await runUntilDead({ file: join(built.bin, program.name), env: chosen.env, accept });
        const truth = truthOf(death.text, program);
        if (truth === undefined) throw new Error('accepted and then not');
        // Where the copy and the toolchain lay tells about this machine, not about the crash.
        const text = death.text
          .replaceAll(built.source, '/srv/crashes')
          .replaceAll(built.goroot, '/usr/local/go');
        crashes.push({ program: program.name, version: number, setting, ...death, text, truth });
      } catch (cause) {
        if (onFailure === undefined) throw cause;
        onFailure({ program: program.name, cause });
      }
    }
  } finally {
    rmSync(built.home, { recursive: true, force: true });
  }
  return crashes;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { go: { type: 'string' }, setting: { type: 'string', default: 'default' } },
  });
  const wanted = { names: positionals, version: values.go, setting: values.setting };
  const crashes = await crashPrograms(wanted, ({ program, cause }) => {
    process.exitCode = 1;
    process.stderr.write(`${program}: ${String(cause)}\n`);
  });
  for (const { text, exitCode, truth } of crashes) {
    process.stdout.write(text);
    process.stderr.write(`${JSON.stringify({ exitCode, ...truth }, null, 2)}\n`);
  }
}
