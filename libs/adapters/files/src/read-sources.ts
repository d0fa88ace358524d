import { readAll } from './read-all.js';
import type { ReadHandlers, ReadOptions, SourceSummary } from './source-summary.js';

/**
 * Reads every file under the paths, one after the other, and hands each record to `handlers.record`. Memory stays bounded whatever the files
 * are. Each file met gives one summary, unreadable and empty ones too. Rejects only when `signal` is aborted or a handler throws.
 */
export async function readSources(
  paths: readonly string[],
  options: ReadOptions,
  handlers: ReadHandlers,
  signal?: AbortSignal,
): Promise<readonly SourceSummary[]> {
  // Loaded late: a process that reads ahead starts its thread before anything of core is there.
  const { decodingHandlers } = await import('./decoding-handlers.js');
  return readAll(paths, options, decodingHandlers(handlers), signal);
}
