import type { JsonValue } from '@faultline/model';

/** A frame in memory that belongs to no module, as `UNKNOWN(0000…)`: code that was injected or unpacked. */
export function callsFromUnbacked(trace: JsonValue | undefined): boolean {
  return typeof trace === 'string' && trace.includes('UNKNOWN');
}

/** Libraries that hold or wrap MiniDumpWriteDump. Three literals, so the search is linear. */
const dumper = /dbghelp\.dll|dbgcore\.dll|comsvcs\.dll/i;

export function callsDump(trace: JsonValue | undefined): boolean {
  return typeof trace === 'string' && dumper.test(trace);
}
