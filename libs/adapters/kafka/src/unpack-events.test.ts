import { sampleEvent } from '@faultline/pipeline/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packEvents } from './pack-events.js';
import { unpackEvents } from './unpack-events.js';

const good = JSON.stringify(sampleEvent(1));
const unpack = (text: string) => unpackEvents(Buffer.from(text));

describe('unpackEvents', () => {
  it('gives back what was packed, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 30 }), (actions) => {
        const events = actions.map((action, n) => sampleEvent(n, action));
        const { messages } = packEvents(events, 1);
        expect(messages.flatMap(({ value }) => unpackEvents(value).events)).toEqual(events);
      }),
    );
  });

  it('keeps the neighbours of a poisoned line', () => {
    const { events, poison } = unpack(`${good}\n${good.slice(0, 40)}\n${good}\n`);
    expect(events).toEqual([sampleEvent(1), sampleEvent(1)]);
    expect(poison.map(({ reason }) => reason)).toEqual(['The line is not JSON.']);
    expect(Buffer.from(poison[0]?.bytes ?? []).toString()).toBe(good.slice(0, 40));
  });

  it.each([
    ['binary bytes', Buffer.from([0, 255, 254, 1, 2, 3])],
    ['a deep nesting', Buffer.from('['.repeat(1_000_000))],
    ['a deep nesting that is JSON', Buffer.from('['.repeat(500_000) + ']'.repeat(500_000))],
    [
      'a deep nesting where a text belongs',
      Buffer.from(good.replace('"shop"', `${'['.repeat(9_000)}${']'.repeat(9_000)}`)),
    ],
    ['another kind', Buffer.from(good.replace('"other"', '"unheard.of"'))],
    ['a wrong type', Buffer.from(good.replace('"shop"', '7'))],
    ['an infinite time', Buffer.from(good.replace(/"atUs":\d+/, '"atUs":1e999'))],
    ['no value', null],
    ['nothing', Buffer.alloc(0)],
    ['a lone number', Buffer.from('7')],
  ])('takes %s for poison', (_, value) => {
    const { events, poison } = unpackEvents(value);
    expect(events).toEqual([]);
    expect(poison).toHaveLength(1);
  });

  it('drops what no event has, __proto__ above all', () => {
    const { events } = unpack(good.replace('{', '{"__proto__":{"polluted":true},"extra":1,'));
    expect(events).toEqual([sampleEvent(1)]);
    expect(Object.keys(events[0] ?? {})).not.toContain('extra');
    expect('polluted' in (events[0] ?? {})).toBe(false);
  });

  it('makes one poison of many bad lines, keeps their bytes and the events between them', () => {
    const bad = Array.from({ length: 150 }, (_, n) => `bad ${n}`);
    const { events, poison } = unpack(`${bad.join('\n')}\n${good}\nlast`);
    expect(events).toEqual([sampleEvent(1)]);
    expect(poison).toHaveLength(101);
    expect(poison.at(-1)?.reason).toContain('51 further pieces');
    expect(Buffer.from(poison.at(-1)?.bytes ?? []).toString()).toBe(
      `${[...bad.slice(100), 'last'].join('\n')}\n`,
    );
  });

  it('stops at a message of endless lines', () => {
    const { poison } = unpack('7\n'.repeat(100_000));
    expect(poison).toHaveLength(101);
    expect(poison.at(-1)?.reason).toContain('more than 16000 lines');
    expect(poison.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBe(199_901);
  });

  it('says no value of the line in its reason', () => {
    const { poison } = unpack(good.replace('"shop"', '{"password":"hunter2"}'));
    expect(poison[0]?.reason).toBe('The line does not fit the schema of events: service.');
  });
});
