import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseStore } from '../ports/case-store.port.js';
import { sampleAnalysis, sampleIncident, sampleSource } from './sample-values.js';

/** What every `CaseStore` promises. `makeStore` gives an empty one each time. */
export function caseStoreContract(makeStore: () => Promise<CaseStore>): void {
  describe('CaseStore contract', () => {
    let store: CaseStore;
    beforeEach(async () => {
      store = await makeStore();
    });

    it('has nothing at first', async () => {
      expect(await store.latestAnalysis()).toBeNull();
      expect(await store.savedAtUs()).toBeNull();
      expect(await store.incidents()).toEqual([]);
      expect(await store.incident('i1')).toBeNull();
      expect(await store.sources()).toEqual([]);
    });

    it('gives back the analysis and its incidents in order', async () => {
      const stored = {
        analysis: sampleAnalysis(['z', 'a']),
        position: { 0: 7, 3: 0 },
        events: 5,
        savedAtUs: 1_700_000_000_000_001,
      };
      await store.saveAnalysis(stored);
      expect(await store.latestAnalysis()).toEqual(stored);
      expect(await store.savedAtUs()).toBe(stored.savedAtUs);
      expect(await store.incidents()).toEqual([sampleIncident('z'), sampleIncident('a')]);
      expect(await store.incident('a')).toEqual(sampleIncident('a'));
      expect(await store.incident("a' OR '1'='1")).toBeNull();
    });

    it('replaces the analysis and drops incidents that are no longer', async () => {
      await store.saveAnalysis({
        analysis: sampleAnalysis(['a', 'b']),
        position: { 0: 1 },
        events: 1,
        savedAtUs: 1,
      });
      await store.saveAnalysis({
        analysis: sampleAnalysis(['b']),
        position: { 0: 2 },
        events: 2,
        savedAtUs: 2,
      });
      expect(await store.incident('a')).toBeNull();
      expect(await store.incidents()).toEqual([sampleIncident('b')]);
      expect((await store.latestAnalysis())?.position).toEqual({ 0: 2 });
    });

    it('never shows a mix to a reader', async () => {
      await store.saveAnalysis({
        analysis: sampleAnalysis(['a', 'b']),
        position: { 0: 1 },
        events: 1,
        savedAtUs: 1,
      });
      const [, seen] = await Promise.all([
        store.saveAnalysis({
          analysis: sampleAnalysis(['c', 'd']),
          position: { 0: 2 },
          events: 2,
          savedAtUs: 2,
        }),
        store.incidents(),
      ]);
      expect(['a,b', 'c,d']).toContain(seen.map(({ id }) => id).join());
    });

    it('keeps sources in order of arrival and knows them by their bytes', async () => {
      await store.recordSource(sampleSource(2));
      await store.recordSource(sampleSource(1));
      await store.recordSource({ ...sampleSource(2), path: 'renamed.ndjson', receivedAtUs: 9 });
      expect(await store.sources()).toEqual([sampleSource(2), sampleSource(1)]);
      expect(await store.source(sampleSource(1).sha256)).toEqual(sampleSource(1));
      expect(await store.source('0'.repeat(64))).toBeNull();
    });
  });
}
