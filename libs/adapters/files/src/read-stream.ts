import { readSource } from './read-source.js';
import type { ReadHandlers, ReadOptions, SourceSummary } from './source-summary.js';

/** Reads bytes that come from elsewhere, such as the body of a request, exactly as a file of that content is read. */
export async function readStream(
  name: string,
  chunks: AsyncIterable<Buffer>,
  options: ReadOptions,
  handlers: ReadHandlers,
): Promise<SourceSummary> {
  const { decodingHandlers } = await import('./decoding-handlers.js');
  const summary = await readSource(
    name,
    options,
    decodingHandlers(handlers),
    () => undefined,
    undefined,
    filled(chunks),
  );
  handlers.sourceEnd(summary);
  return summary;
}

/** Without the empty chunks that a stream may give, and as a generator, which `readSource` closes when it stops early. */
async function* filled(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) if (chunk.length > 0) yield chunk;
}
