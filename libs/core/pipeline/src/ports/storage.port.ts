import type { GraphStore } from '@faultline/graph';
import type { CaseStore } from './case-store.port.js';
import type { EventLog } from './event-log.port.js';
import type { EventStore } from './event-store.port.js';
import type { RawStore } from './raw-store.port.js';
import type { RejectedStore } from './rejected-store.port.js';

export interface Stores {
  readonly log: EventLog;
  readonly events: EventStore;
  readonly raw: RawStore;
  readonly cases: CaseStore;
  readonly rejected: RejectedStore;
  readonly graph: GraphStore;
}

/** The stores of one installation. */
export interface Storage extends Stores {
  /** Whether the log takes part in transactions. If not, write to it before one: waiting for another server must not hold one open. */
  readonly logTakesPart: boolean;
  /**
   * Runs `work` with stores that share one transaction: all of its writes happen, or none (when it throws). Inside, use only the stores
   * handed in. Writers to the event log wait for one another, so keep the work short.
   * A log or a graph on another server takes no part in the transaction: what is written there stays although the rest is undone. Both are
   * idempotent, so writing again mends it; write there first.
   */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
