import { sampleEvent } from '@faultline/pipeline/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveEvents } from './live-events.js';

describe('LiveEvents', () => {
  it('keeps the newest of whatever came, in any order and any batches', () => {
    const numbers = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 60 }), fc.nat(20), (given, eventsMax, cut) => {
        const live = new LiveEvents(eventsMax);
        const events = given.map((n) => sampleEvent(n));
        live.add(events.slice(0, cut));
        live.all();
        live.add(events.slice(cut));
        live.add(events.slice(0, cut));
        const kept = live.all().map(({ atUs }) => atUs);
        const newest = events
          .map(({ atUs }) => atUs)
          .sort((a, b) => b - a)
          .slice(0, eventsMax);
        expect([...kept].sort((a, b) => b - a)).toEqual(newest);
      }),
    );
  });

  it('counts an event once, and what had to leave', () => {
    const live = new LiveEvents(2);
    expect(live.add([sampleEvent(1), sampleEvent(1), sampleEvent(2)])).toBe(2);
    live.add([sampleEvent(3)]);
    expect(live.all()).toHaveLength(2);
    expect(live.leftOut).toBe(1);
  });
});
