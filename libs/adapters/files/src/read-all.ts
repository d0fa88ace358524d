import { readSource } from './read-source.js';
import type { ReadOptions, SourceHandlers, SourceSummary } from './source-summary.js';
import { walkSources } from './walk-sources.js';

/**
 * `readSources` before its rejections are masked. Loads nothing of core, so that a thread of its own starts fast.
 */
export async function readAll(
  paths: readonly string[],
  options: ReadOptions,
  handlers: SourceHandlers,
  signal?: AbortSignal,
): Promise<readonly SourceSummary[]> {
  const sources = await walkSources(paths);
  const bytesTotal = sources.reduce((sum, source) => sum + source.bytes, 0);
  const summaries: SourceSummary[] = [];
  let bytesDone = 0;
  const report = () =>
    handlers.progress?.({
      bytesDone,
      bytesTotal,
      sourcesDone: summaries.length,
      sourcesTotal: sources.length,
    });
  for (const { path, bytes, problem } of sources) {
    signal?.throwIfAborted();
    handlers.sourceStart?.({ path, bytes });
    const summary =
      problem === null
        ? await readSource(
            path,
            options,
            handlers,
            (count) => {
              bytesDone += count;
              report();
            },
            signal,
          )
        : unreadable(path, problem, handlers);
    summaries.push(summary);
    handlers.sourceEnd(summary);
    report();
  }
  return summaries;
}

function unreadable(path: string, problem: string, handlers: SourceHandlers): SourceSummary {
  handlers.rejected({
    code: 'FL_SOURCE_UNREADABLE',
    at: { path, line: 0, offset: 0, length: 0 },
    reason: `The file cannot be read: ${problem}.`,
    text: '',
  });
  return {
    path,
    state: 'unreadable',
    gzip: false,
    bytesStored: 0,
    bytesRead: 0,
    records: 0,
    rejected: 1,
    sha256: null,
  };
}
