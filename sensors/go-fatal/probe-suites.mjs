// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** Bit of CAP_SYS_ADMIN (linux/capability.h): without it the suite cannot mount a tracefs of its own. */
const mayMount = 1n << 21n;

/** Suites that set probes in the kernel are `*.probe.test.ts`. They need root, so CI, too, says by name where they cannot run. */
export function probeSuites() {
  const missing = whatIsMissing();
  return missing === undefined
    ? { notRun: undefined, exclude: [] }
    : { notRun: `not run (${missing})`, exclude: ['**/*.probe.test.ts'] };
}

/** @returns {string | undefined} */
function whatIsMissing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'not Linux on amd64';
  if (!existsSync('/sys/bus/event_source/devices/uprobe')) return 'this kernel has no uprobe events';
  if (!/\ttracefs$/m.test(readFileSync('/proc/filesystems', 'utf8'))) return 'this kernel has no tracefs';
  if (process.getuid?.() !== 0 || (capabilities() & mayMount) === 0n) return 'only root may mount tracefs';
  if (spawnSync('go', ['version']).status !== 0) return 'this machine lacks Go';
  return undefined;
}

function capabilities() {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return BigInt(`0x${effective ?? '0'}`);
}
