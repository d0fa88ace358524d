import { memoryStorage } from '@faultline/adapter-memory';
import type { Lead, Storage } from '@faultline/pipeline';
import type { Installation } from '../stores/installation.js';

const lead: Lead = { held: () => Promise.resolve(true), release: () => Promise.resolve() };

/** An installation of one process around a storage: it always leads, and nobody subscribes to findings. */
export function installationOf(storage: Storage = memoryStorage()): Installation {
  return {
    ...storage,
    leads: { tryLead: () => Promise.resolve(lead) },
    records: null,
    kafka: null,
    deadLetters: () => Promise.resolve(0),
    graphRowsMin: 100_000,
    publish: () => Promise.resolve(),
    checks: [{ name: 'database', check: () => storage.log.end() }],
  };
}
