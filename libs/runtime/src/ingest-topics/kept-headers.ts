import { z } from 'zod';

/** Kafka keeps at most 4,096 bytes of metadata with an offset. */
const METADATA_BYTES_MAX = 4_000;
const headersSchema = z.array(z.tuple([z.string(), z.string()]));

/**
 * Header lines (of CSV) by source: the lines behind one can be read only with it. They are kept with the committed offset, so that a process
 * that takes over a partition in the middle of a source knows its header. When there is no room the oldest goes, and lines of that source are
 * then rejected and can be replayed behind their header.
 */
export class KeptHeaders {
  private readonly bySource = new Map<string, string>();

  /** From what `text` gave. Anything else, such as metadata of another program, is no header. */
  static from(metadata: string | null): KeptHeaders {
    const kept = new KeptHeaders();
    const parsed = headersSchema.safeParse(jsonOf(metadata));
    if (parsed.success) for (const [source, line] of parsed.data) kept.keep(source, line);
    return kept;
  }

  keep(source: string, line: string): void {
    this.bySource.delete(source);
    this.bySource.set(source, line);
    while (Buffer.byteLength(this.text()) > METADATA_BYTES_MAX && this.bySource.size > 0) {
      const [oldest = ''] = this.bySource.keys();
      this.bySource.delete(oldest);
    }
  }

  get(source: string): string | undefined {
    return this.bySource.get(source);
  }

  text(): string {
    return this.bySource.size === 0 ? '' : JSON.stringify([...this.bySource]);
  }
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null || text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
