import { graphStoreContract } from '@faultline/graph/testing';
import {
  caseStoreContract,
  eventLogContract,
  eventStoreContract,
  rawStoreContract,
  rejectedStoreContract,
  storageContract,
} from '@faultline/pipeline/testing';
import { memoryStorage } from './memory-storage.js';

eventLogContract(() => Promise.resolve(memoryStorage().log));
eventStoreContract(() => Promise.resolve(memoryStorage().events));
rawStoreContract(() => Promise.resolve(memoryStorage().raw));
rejectedStoreContract(() => Promise.resolve(memoryStorage().rejected));
caseStoreContract(() => Promise.resolve(memoryStorage().cases));
graphStoreContract(() => Promise.resolve(memoryStorage().graph));
storageContract(() => Promise.resolve(memoryStorage()));
