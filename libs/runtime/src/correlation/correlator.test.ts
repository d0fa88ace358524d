import { memoryStorage } from '@faultline/adapter-memory';
import { mixedEvents } from '@faultline/correlate/testing';
import type { Event, LogPosition } from '@faultline/model';
import type { CaseStore, EventCursor, EventLog } from '@faultline/pipeline';
import { sampleEvent } from '@faultline/pipeline/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Installation } from '../stores/installation.js';
import { installationOf } from '../testing/memory-installation.js';
import { Correlator } from './correlator.js';

const liveEventsMax = 1_000_000;
/** Made once: each call of the builder gives new ids. */
const events = mixedEvents();

function clock(): () => number {
  let us = 1_000;
  return () => ++us;
}

/** What the stores hold after the events came in these batches, with a renewal after each. */
async function answerOf(batches: readonly (readonly Event[])[], stores: Installation = installationOf()) {
  const correlator = new Correlator(stores, { nowUs: clock(), liveEventsMax });
  for (const batch of batches) {
    await stores.log.append(batch);
    await correlator.refresh();
  }
  const stored = await stores.cases.latestAnalysis();
  const state = await stores.graph.state();
  await correlator.close();
  return { analysis: stored?.analysis, hash: state?.hash, entities: state?.entities, links: state?.links };
}

/** A log whose cursor moves on at every look, as on a topic where a producer writes again what is there already. */
function repeating(log: EventLog): EventLog {
  return Object.create(log, {
    open: {
      value: async (after: LogPosition): Promise<EventCursor> => {
        const cursor = await log.open(after);
        let looks = 0;
        return {
          read: (limit) => {
            looks++;
            return cursor.read(limit);
          },
          position: () => ({ ...cursor.position(), 1: looks }),
          close: () => cursor.close(),
        };
      },
    },
  }) as EventLog;
}

describe('the correlator', () => {
  it('comes to the same answer and graph in 1,000 orders, batchings and repetitions of late events', async () => {
    const expected = await answerOf([events]);
    const orders = fc.record({
      order: fc.shuffledSubarray(events, { minLength: events.length }),
      again: fc.subarray(events),
      cut: fc.nat(events.length),
    });
    await fc.assert(
      fc.asyncProperty(orders, async ({ order, again, cut }) => {
        expect(await answerOf([order.slice(0, cut), [...again, ...order.slice(cut)]])).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  }, 180_000);

  it('started again on the same stores has nothing to do', async () => {
    const stores = installationOf();
    await answerOf([events], stores);
    const savedAtUs = await stores.cases.savedAtUs();
    const successor = new Correlator(stores, { nowUs: clock(), liveEventsMax });
    expect(await successor.refresh()).toMatchObject({ renewed: false });
    expect(await stores.cases.savedAtUs()).toBe(savedAtUs);
  });

  it('finishes what its predecessor began when that died between graph and answer', async () => {
    const storage = memoryStorage();
    // A graph on another server takes no part in the transaction.
    const stores = { ...installationOf(storage), graph: memoryStorage().graph };
    const dying: Installation = {
      ...stores,
      transaction: (work) =>
        storage.transaction(async (inside) => {
          const cases: CaseStore = Object.create(inside.cases, {
            saveAnalysis: { value: () => Promise.reject(new Error('power cut')) },
          }) as CaseStore;
          return work({ ...inside, graph: stores.graph, cases });
        }),
    };
    await expect(answerOf([events], dying)).rejects.toThrow('power cut');
    expect(await stores.cases.latestAnalysis()).toBeNull();
    expect(await answerOf([[]], stores)).toEqual(await answerOf([events]));
  });

  it('keeps the answer and moves on in the log when only repetitions come', async () => {
    const stores = installationOf();
    await stores.log.append(events);
    const correlator = new Correlator(
      { ...stores, log: repeating(stores.log) },
      { nowUs: clock(), liveEventsMax },
    );
    await correlator.refresh();
    const before = await stores.cases.latestAnalysis();
    expect(await correlator.refresh()).toMatchObject({ renewed: false, liveEvents: events.length });
    const after = await stores.cases.latestAnalysis();
    expect(after?.analysis).toEqual(before?.analysis);
    expect(after?.position).not.toEqual(before?.position);
  });

  it('says what had to leave the window', async () => {
    const stores = installationOf();
    await stores.log.append(Array.from({ length: 12 }, (_, n) => sampleEvent(n)));
    const correlator = new Correlator(stores, { nowUs: clock(), liveEventsMax: 10 });
    expect(await correlator.refresh()).toMatchObject({ liveEvents: 10, leftOut: 2 });
    const stored = await stores.cases.latestAnalysis();
    expect(stored?.analysis.unknowns.map(({ what }) => what)).toContain('2 older events');
  });

  it('does nothing while another process leads, and stores nothing when it has lost the lead', async () => {
    const stores = installationOf();
    await stores.log.append(events);
    const standby = { ...stores, leads: { tryLead: () => Promise.resolve(null) } };
    expect(await new Correlator(standby, { nowUs: clock(), liveEventsMax }).refresh()).toBeNull();
    const lost = { held: () => Promise.resolve(false), release: () => Promise.resolve() };
    const cutOff = { ...stores, leads: { tryLead: () => Promise.resolve(lost) } };
    const late = new Correlator(cutOff, { nowUs: clock(), liveEventsMax });
    await expect(late.refresh()).rejects.toMatchObject({ code: 'FL_LEAD_LOST' });
    expect(await stores.cases.latestAnalysis()).toBeNull();
  });

  it('tells subscribers again what could not be told, and only then acknowledges', async () => {
    const told: number[] = [];
    let away = true;
    const stores = installationOf();
    const publish = (incidents: readonly unknown[]) => {
      if (away) return Promise.reject(new Error('broker away'));
      told.push(incidents.length);
      return Promise.resolve();
    };
    await stores.log.append(events);
    const correlator = new Correlator({ ...stores, publish }, { nowUs: clock(), liveEventsMax });
    await expect(correlator.refresh()).rejects.toThrow('broker away');
    expect(await stores.log.acknowledged('correlator')).toEqual({});
    away = false;
    expect(await correlator.refresh()).toMatchObject({ renewed: false });
    await correlator.refresh();
    expect(told).toHaveLength(1);
    expect(await stores.log.acknowledged('correlator')).toEqual(await stores.log.end());
    const successor = new Correlator({ ...stores, publish }, { nowUs: clock(), liveEventsMax });
    await successor.refresh();
    expect(told).toHaveLength(2);
  });

  it('with a full window does not take a failed save for a stored answer', async () => {
    const stores = installationOf();
    const window = Array.from({ length: 10 }, (_, n) => sampleEvent(n));
    await stores.log.append(window);
    let full = false;
    const transaction: Installation['transaction'] = (work) =>
      full ? Promise.reject(new Error('disk full')) : stores.transaction(work);
    const correlator = new Correlator({ ...stores, transaction }, { nowUs: clock(), liveEventsMax: 10 });
    await correlator.refresh();
    await stores.log.append([sampleEvent(100)]);
    full = true;
    await expect(correlator.refresh()).rejects.toThrow('disk full');
    full = false;
    expect(await correlator.refresh()).toMatchObject({ renewed: true, leftOut: 1 });
  });

  it('goes on with another cursor after one has failed', async () => {
    const stores = installationOf();
    await stores.log.append(events);
    let broken = 0;
    const log: EventLog = Object.create(stores.log, {
      open: {
        value: async (after: LogPosition): Promise<EventCursor> => {
          const cursor = await stores.log.open(after);
          const read: EventCursor['read'] = (limit) =>
            broken++ === 1 ? Promise.reject(new Error('lost')) : cursor.read(limit);
          return { read, position: () => cursor.position(), close: () => cursor.close() };
        },
      },
    }) as EventLog;
    const correlator = new Correlator({ ...stores, log }, { nowUs: clock(), liveEventsMax });
    await expect(correlator.refresh()).rejects.toThrow('lost');
    expect(await correlator.refresh()).toMatchObject({ renewed: true, liveEvents: events.length });
  });
});
