import { wholeNumber } from '@faultline/platform';

/** About two gigabytes of memory (docs/scaling.md). */
const LIVE_EVENTS_DEFAULT = 1_000_000;

/** For the schema of every process that correlates. */
export const liveEventsConfig = {
  /** Events that an answer is about; the newest stay. */
  FAULTLINE_LIVE_EVENTS_MAX: wholeNumber(1_000, 100_000_000).default(LIVE_EVENTS_DEFAULT),
};
