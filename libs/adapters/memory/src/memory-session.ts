import type { MemoryState } from './memory-state.js';

/** How a store reaches the state: `read` sees what is committed, `write` waits for its turn. Inside a transaction both are immediate. */
export interface MemorySession {
  read<T>(work: (state: MemoryState) => T): Promise<T>;
  write<T>(work: (state: MemoryState) => T): Promise<T>;
}

export function sessionOn(state: MemoryState): MemorySession {
  const now = <T>(work: (state: MemoryState) => T): Promise<T> => Promise.resolve(work(state));
  return { read: now, write: now };
}
