import type { Unknown } from '@faultline/model';
import type { ClockCorrection } from '@faultline/normalise';

/** Says in the answer which clocks were wrong and what was done about it. */
export function clockUnknowns(corrections: readonly ClockCorrection[]): Unknown[] {
  return corrections.map((correction) => ({
    what: `clock of ${correction.clock}`,
    why: correction.reason,
    effect: `the times of ${correction.events} events were moved by ${(correction.shiftUs / 1e6).toFixed(1)} s before correlation`,
  }));
}
