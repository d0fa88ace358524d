import { graphStoreHistoryContract } from './graph-store-history.contract.js';
import { graphStoreSaveContract } from './graph-store-save.contract.js';
import { graphStoreTextContract } from './graph-store-text.contract.js';
import { graphStoreWalkContract } from './graph-store-walk.contract.js';
import type { GraphStore } from '../graph-store.port.js';

/** What every `GraphStore` promises. `makeStore` gives an empty one each time. */
export function graphStoreContract(makeStore: () => Promise<GraphStore>): void {
  graphStoreSaveContract(makeStore);
  graphStoreHistoryContract(makeStore);
  graphStoreTextContract(makeStore);
  graphStoreWalkContract(makeStore);
}
