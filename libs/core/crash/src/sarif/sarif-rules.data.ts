import type { CrashKind } from '@faultline/model';

export interface CrashRule {
  readonly name: string;
  readonly text: string;
  /** Numbers of the Common Weakness Enumeration. */
  readonly weaknesses: readonly number[];
}

// CWE-362: concurrent execution using a shared resource with improper synchronization. CWE-366: race condition within a thread of execution.
const race = [362, 366];

/** One rule for each kind of crash. */
export const crashRules: Readonly<Record<CrashKind, CrashRule>> = {
  map_write_write: {
    name: 'ConcurrentMapWrites',
    text: 'Two goroutines wrote to one map.',
    weaknesses: race,
  },
  map_read_write: {
    name: 'ConcurrentMapReadAndWrite',
    text: 'A map was read while another goroutine wrote to it.',
    weaknesses: race,
  },
  map_iterate_write: {
    name: 'ConcurrentMapIterationAndWrite',
    text: 'A map was iterated over while another goroutine wrote to it.',
    weaknesses: race,
  },
  map_clone_write: {
    name: 'ConcurrentMapCloneAndWrite',
    text: 'A map was cloned while another goroutine wrote to it.',
    weaknesses: race,
  },
  map_unknown: {
    name: 'ConcurrentMapUse',
    text: 'A map was used by two goroutines; how is lost.',
    weaknesses: race,
  },
  race_report: {
    name: 'MapDataRace',
    text: 'The race detector saw unordered accesses to one map.',
    weaknesses: race,
  },
  race_report_and_fatal: {
    name: 'MapDataRaceAndCrash',
    text: 'The race detector saw unordered accesses to one map, and the program died of them.',
    weaknesses: race,
  },
  race_report_not_map: {
    name: 'DataRace',
    text: 'The race detector saw unordered accesses to one value.',
    weaknesses: race,
  },
  sigsegv: { name: 'MemoryFault', text: 'The program died of a fault in memory.', weaknesses: [119] },
  panic: { name: 'Panic', text: 'A panic ended the program.', weaknesses: [248] },
  deadlock: { name: 'Deadlock', text: 'All goroutines waited for each other.', weaknesses: [833] },
  other: { name: 'RuntimeError', text: 'An error of the Go runtime ended the program.', weaknesses: [] },
};

/** Names as published by MITRE (CWE 4.18). */
export const weaknessNames: Readonly<Record<number, string>> = {
  119: 'Improper Restriction of Operations within the Bounds of a Memory Buffer',
  248: 'Uncaught Exception',
  362: 'Concurrent Execution using Shared Resource with Improper Synchronization (Race Condition)',
  366: 'Race Condition within a Thread',
  833: 'Deadlock',
};
