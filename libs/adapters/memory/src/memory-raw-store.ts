import type { RawBytes, RawStore } from '@faultline/pipeline';
import type { MemorySession } from './memory-session.js';

export class MemoryRawStore implements RawStore {
  constructor(private readonly session: MemorySession) {}

  put(records: readonly RawBytes[]): Promise<number> {
    return this.session.write((state) => {
      const before = state.raw.size;
      // A copy: the caller's buffer is a window of the file being read.
      for (const { id, bytes } of records) if (!state.raw.has(id)) state.raw.set(id, Uint8Array.from(bytes));
      return state.raw.size - before;
    });
  }

  get(id: string): Promise<Uint8Array | null> {
    return this.session.read((state) => state.raw.get(id) ?? null);
  }

  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.session.read(
      (state) =>
        new Map(
          ids.flatMap((id) => {
            const bytes = state.raw.get(id);
            return bytes ? [[id, bytes] as const] : [];
          }),
        ),
    );
  }

  count(): Promise<number> {
    return this.session.read((state) => state.raw.size);
  }
}
