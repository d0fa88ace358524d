import type { RejectedPage, RejectedRecord, RejectedStore } from '@faultline/pipeline';
import type { MemorySession } from './memory-session.js';

export class MemoryRejectedStore implements RejectedStore {
  constructor(private readonly session: MemorySession) {}

  add(records: readonly RejectedRecord[]): Promise<number> {
    return this.session.write((state) => {
      const before = state.rejected.size;
      for (const record of records) {
        if (state.rejected.has(record.id)) continue;
        const raw = record.raw && Uint8Array.from(record.raw);
        state.rejected.set(record.id, { order: ++state.rejectedOrder, record: { ...record, raw } });
      }
      return state.rejected.size - before;
    });
  }

  list({ after, limit }: { readonly after: string | null; readonly limit: number }): Promise<RejectedPage> {
    return this.session.read((state) => {
      const behind = [...state.rejected.values()].filter(({ order }) => order > Number(after ?? 0));
      const page = behind.slice(0, limit);
      const last = page.at(-1);
      return {
        records: page.map(({ record }) => record),
        next: last && behind.length > limit ? String(last.order) : null,
      };
    });
  }

  get(id: string): Promise<RejectedRecord | null> {
    return this.session.read((state) => state.rejected.get(id)?.record ?? null);
  }

  remove(ids: readonly string[]): Promise<number> {
    return this.session.write((state) => ids.filter((id) => state.rejected.delete(id)).length);
  }

  count(): Promise<number> {
    return this.session.read((state) => state.rejected.size);
  }
}
