import { isAscii } from 'node:buffer';
import { excerptOf, type Rejected } from '@faultline/model';
import type { ReadHandlers, SourceHandlers, UnmaskedRejection } from './source-summary.js';

/** Every rejection leaves this library with an excerpt that is cut and masked. */
export function maskRejections(
  rejected: (rejected: Rejected) => void,
): (unmasked: UnmaskedRejection) => void {
  return ({ text, ...rest }) => rejected({ ...rest, excerpt: excerptOf(text) });
}

export function decodingHandlers(handlers: ReadHandlers): SourceHandlers {
  return {
    ...handlers,
    record: ({ path, line, offset, length, id }, raw) => {
      // Nearly all log lines are ASCII, where Latin-1 decoding is a plain copy and twice as fast.
      const text = isAscii(raw) ? raw.toString('latin1') : raw.toString('utf8');
      handlers.record({ path, line, offset, length, id, text }, raw);
    },
    rejected: maskRejections(handlers.rejected),
  };
}
