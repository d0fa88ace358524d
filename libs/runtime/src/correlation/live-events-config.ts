import { wholeNumber } from '@faultline/platform';

/** About half a gigabyte of events, and as much again while they are thought about (docs/scaling.md): what Node's default heap holds. */
const LIVE_EVENTS_DEFAULT = 500_000;

/** For the schema of every process that correlates. */
export const liveEventsConfig = {
  /** Events that an answer is about; the newest stay. */
  FAULTLINE_LIVE_EVENTS_MAX: wholeNumber(1_000, 100_000_000).default(LIVE_EVENTS_DEFAULT),
};
