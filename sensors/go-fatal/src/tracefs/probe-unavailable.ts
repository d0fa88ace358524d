import { FaultlineError } from '@faultline/model';

/** The kernel does not let us. The message says what is in the way and what to do. */
export function probeUnavailable(what: string, cause?: unknown): FaultlineError {
  return new FaultlineError('FL_PROBE_UNAVAILABLE', what, cause === undefined ? {} : { cause });
}

export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
