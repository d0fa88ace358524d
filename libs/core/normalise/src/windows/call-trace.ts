import type { JsonValue } from '@faultline/model';

/** A frame in memory that belongs to no module, as `UNKNOWN(0000…)`: code that was injected or unpacked. */
export function callsFromUnbacked(trace: JsonValue | undefined): boolean {
  return typeof trace === 'string' && trace.includes('UNKNOWN');
}

/** Libraries that hold or wrap MiniDumpWriteDump. */
const dumpers = ['dbghelp.dll', 'dbgcore.dll', 'comsvcs.dll'];

export function callsDump(trace: JsonValue | undefined): boolean {
  if (typeof trace !== 'string') return false;
  const lower = trace.toLowerCase();
  return dumpers.some((name) => lower.includes(name));
}
