import { FaultlineError } from '@faultline/model';

/** A file that the sensor cannot work with. Everything that is wrong with a file ends here, never in a RangeError. */
export function unsupportedBinary(what: string, cause?: unknown): FaultlineError {
  return new FaultlineError('FL_BINARY_UNSUPPORTED', what, cause === undefined ? {} : { cause });
}
