import { sampleEvent } from '@faultline/pipeline/testing';
import type { Event } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { murmur2 } from './murmur2.js';
import { eventBytesMax, packEvents, packedBytesTarget } from './pack-events.js';

function onHost(n: number, host: string): Event {
  return { ...sampleEvent(n), kind: 'other', action: 'a', host, service: null };
}

describe('packEvents', () => {
  it('packs at most a thousand events and a quarter of a mebibyte into a message', () => {
    const small = packEvents(
      Array.from({ length: 2_500 }, (_, n) => sampleEvent(n, '')),
      1,
    ).messages;
    expect(small.reduce((sum, { events }) => sum + events, 0)).toBe(2_500);
    expect(small.every(({ events, value }) => events <= 1_000 && value.length <= packedBytesTarget)).toBe(
      true,
    );
    const large = packEvents(
      Array.from({ length: 10 }, (_, n) => sampleEvent(n, 'x'.repeat(100_000))),
      1,
    ).messages;
    expect(large.map(({ events }) => events)).toEqual([2, 2, 2, 2, 2]);
  });

  it('puts each host where the default partitioner would, with a key that leads there', () => {
    const events = Array.from({ length: 200 }, (_, n) => onHost(n, `h${n % 17}`));
    const { messages } = packEvents(events, 5);
    expect(new Set(messages.map(({ partition }) => partition)).size).toBe(5);
    for (const { key, partition, value } of messages) {
      const hosts = value
        .toString()
        .split('\n')
        .map((line) => /"host":"(.+?)"/.exec(line)?.[1] ?? '');
      for (const host of hosts)
        expect((murmur2(Buffer.from(`host:${host}`)) & 0x7fffffff) % 5).toBe(partition);
      expect((murmur2(Buffer.from(key)) & 0x7fffffff) % 5).toBe(partition);
    }
  });

  it('gives a large event a message of its own, and one beyond the bound to the caller', () => {
    const huge = sampleEvent(2, 'x'.repeat(eventBytesMax));
    const { messages, tooLong } = packEvents([sampleEvent(1), sampleEvent(3, 'x'.repeat(500_000)), huge], 1);
    expect(messages.map(({ events }) => events)).toEqual([1, 1]);
    expect(tooLong.map(({ event }) => event)).toEqual([huge]);
  });
});
