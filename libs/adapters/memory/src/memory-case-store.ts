import type { Incident } from '@faultline/model';
import type { CaseStore, IngestedSource, StoredAnalysis } from '@faultline/pipeline';
import type { MemorySession } from './memory-session.js';

export class MemoryCaseStore implements CaseStore {
  constructor(private readonly session: MemorySession) {}

  saveAnalysis(stored: StoredAnalysis): Promise<void> {
    return this.session.write((state) => {
      state.stored = stored;
    });
  }

  latestAnalysis(): Promise<StoredAnalysis | null> {
    return this.session.read((state) => state.stored);
  }

  incidents(): Promise<readonly Incident[]> {
    return this.session.read((state) => state.stored?.analysis.incidents ?? []);
  }

  savedAtUs(): Promise<number | null> {
    return this.session.read((state) => state.stored?.savedAtUs ?? null);
  }

  async incident(id: string): Promise<Incident | null> {
    return (await this.incidents()).find((incident) => incident.id === id) ?? null;
  }

  recordSource(source: IngestedSource): Promise<void> {
    return this.session.write((state) => {
      if (!state.sources.has(source.sha256)) state.sources.set(source.sha256, source);
    });
  }

  source(sha256: string): Promise<IngestedSource | null> {
    return this.session.read((state) => state.sources.get(sha256) ?? null);
  }

  sources(): Promise<readonly IngestedSource[]> {
    return this.session.read((state) => [...state.sources.values()]);
  }
}
