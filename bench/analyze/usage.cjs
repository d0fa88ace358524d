// Preloaded into both processes that are compared: writes what the process used to descriptor 3 when it ends.
const { readFileSync, writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeSync(
      3,
      JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMb: (peakKb() ?? maxRSS) / 1024 }),
    );
  });
}

/** Linux counts the memory of the parent before `exec` in maxRSS, but not here. */
function peakKb() {
  try {
    const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'));
    return match === null ? null : Number(match[1]);
  } catch {
    return null;
  }
}
