import type { Storage, Stores } from '@faultline/pipeline';
import { MemoryCaseStore } from './memory-case-store.js';
import { MemoryEventLog } from './memory-event-log.js';
import { MemoryGraphStore } from './memory-graph-store.js';
import { MemoryRawStore } from './memory-raw-store.js';
import { MemoryRejectedStore } from './memory-rejected-store.js';
import { type MemorySession, sessionOn } from './memory-session.js';
import { copyOf, emptyState } from './memory-state.js';

/** Everything in this process and gone with it: for tests and one-shot runs. */
export function memoryStorage(): Storage {
  let state = emptyState();
  let last: Promise<unknown> = Promise.resolve();

  // Writers take turns, so that the copy a transaction works on is never behind.
  function inTurn<T>(work: () => Promise<T> | T): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }
  const session: MemorySession = {
    read: (work) => Promise.resolve(work(state)),
    write: (work) => inTurn(() => work(state)),
  };
  return {
    ...storesOn(session),
    logTakesPart: true,
    transaction: (work) =>
      inTurn(async () => {
        const copy = copyOf(state);
        const result = await work(storesOn(sessionOn(copy)));
        state = copy;
        return result;
      }),
    close: () => Promise.resolve(),
  };
}

function storesOn(session: MemorySession): Stores {
  const events = new MemoryEventLog(session);
  return {
    log: events,
    events,
    raw: new MemoryRawStore(session),
    cases: new MemoryCaseStore(session),
    rejected: new MemoryRejectedStore(session),
    graph: new MemoryGraphStore(session),
  };
}
