import { startOfLog } from '@faultline/model';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../ports/storage.port.js';
import { sampleAnalysis, sampleEvent, sampleId, sampleRejected, sampleSource } from './sample-values.js';

/** What every `Storage` promises about transactions. `makeStorage` gives an empty one each time. */
export function storageContract(makeStorage: () => Promise<Storage>): void {
  describe('Storage contract', () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await makeStorage();
    });

    it('keeps all writes of a transaction', async () => {
      const result = await storage.transaction(async ({ log, raw, rejected, cases }) => {
        await log.append([sampleEvent(1)]);
        await raw.put([{ id: sampleId(1), bytes: Uint8Array.of(1) }]);
        await rejected.add([sampleRejected(2)]);
        await cases.recordSource(sampleSource(1));
        return 'done';
      });
      expect(result).toBe('done');
      expect([
        await storage.events.count(),
        await storage.raw.count(),
        await storage.rejected.count(),
      ]).toEqual([1, 1, 1]);
      expect(await storage.cases.sources()).toHaveLength(1);
    });

    it('keeps none of them when the work fails', async () => {
      await storage.log.append([sampleEvent(1)]);
      const end = await storage.log.end();
      const work = storage.transaction(async ({ log, raw, rejected, cases, graph }) => {
        await log.append([sampleEvent(2)]);
        await raw.put([{ id: sampleId(2), bytes: Uint8Array.of(1) }]);
        await rejected.add([sampleRejected(2)]);
        await cases.saveAnalysis({ analysis: sampleAnalysis(['a']), position: end, events: 1, savedAtUs: 1 });
        await graph.save(
          { hash: 'sha256:x', detail: 'classes', truncated: false, entities: [], links: [] },
          { knownAtUs: 1, position: end },
        );
        await log.acknowledge('g', end);
        throw new Error('power cut');
      });
      await expect(work).rejects.toThrow('power cut');
      expect([
        await storage.events.count(),
        await storage.raw.count(),
        await storage.rejected.count(),
      ]).toEqual([1, 0, 0]);
      expect(await storage.cases.latestAnalysis()).toBeNull();
      expect(await storage.graph.state()).toBeNull();
      expect(await storage.log.acknowledged('g')).toEqual(startOfLog);
    });

    it('keeps transactions that run at once apart', async () => {
      const works = Array.from({ length: 6 }, (_, n) =>
        storage.transaction(async ({ log, events, raw }) => {
          await raw.put([{ id: sampleId(n), bytes: Uint8Array.of(n) }]);
          await log.append([sampleEvent(n)]);
          if ((await events.get(sampleId(n))) === null) throw new Error('not there');
          if (n % 2 === 1) throw new Error('odd');
        }),
      );
      await Promise.allSettled(works);
      const cursor = await storage.log.open(startOfLog);
      expect((await cursor.read(10)).map(({ event }) => event.id).sort()).toEqual([0, 2, 4].map(sampleId));
      expect(await storage.raw.count()).toBe(3);
    });
  });
}
