import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CrashDump } from '../dump.js';
import { createDumpReader } from './dump-reader.js';
import { readCrashes } from './read-crashes.js';
import { fixtures } from './testing/fixtures.js';
import { shortForm } from './testing/short-form.js';

const names = Object.keys(fixtures) as (keyof typeof fixtures)[];
const anyDump = fc.constantFrom(...names).map((name) => fixtures[name]);

function messages(dumps: readonly CrashDump[]): readonly string[] {
  return dumps.flatMap((dump) => (dump.form === 'fatal' ? dump.fatals.map(({ message }) => message) : []));
}

function steps(text: string): number {
  const reader = createDumpReader();
  text.split('\n').forEach((line, index) => reader.push(line, index + 1));
  return reader.state().wrapping.steps;
}

describe('a reader of dumps', () => {
  test('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), anyDump)), (parts) => {
        expect(Array.isArray(readCrashes(parts.join('\n')))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the message wherever the dump is cut behind it', () => {
    const text = fixtures['read@1.23.5'];
    const first = text.indexOf('\n') + 1;
    fc.assert(
      fc.property(fc.integer({ min: first, max: text.length }), (end) => {
        expect(messages(readCrashes(text.slice(0, end)))).toEqual(['concurrent map read and map write']);
      }),
    );
  });

  test('keeps the message and the frames on top wherever lines of others stand', () => {
    const lines = fixtures['iterate@1.26.8'].trimEnd().split('\n');
    const foreign = fc.array(
      fc.string({ maxLength: 80 }).map((text) => `~ ${text.replaceAll('\n', ' ')}`),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(fc.array(foreign, { minLength: lines.length, maxLength: lines.length }), (between) => {
        const mixed = lines.flatMap((line, index) => [line, ...(between[index] ?? [])]).join('\n');
        const [dump] = readCrashes(mixed);
        expect(messages(dump === undefined ? [] : [dump])).toEqual([
          'concurrent map iteration and map write',
        ]);
        expect(dump?.form === 'fatal' ? dump.goroutines[0]?.frames.length : 0).toBe(4);
      }),
    );
  });

  test('goes on from a written state as if it had not stopped', () => {
    fc.assert(
      fc.property(anyDump, fc.nat(), (text, cut) => {
        const lines = text.split('\n');
        const at = cut % lines.length;
        const first = createDumpReader();
        const dumps: CrashDump[] = lines.slice(0, at).flatMap((line, index) => first.push(line, index + 1));
        const second = createDumpReader({ state: first.state() });
        for (const [index, line] of lines.slice(at).entries())
          dumps.push(...second.push(line, at + index + 1));
        expect([...dumps, ...second.end()]).toEqual(readCrashes(text));
      }),
      { numRuns: 60 },
    );
  });

  test('looks at a line a bounded number of times', () => {
    const noise =
      '{"a":[1,2],"log":"x, \\"y\\"; z","b":"api-1 | [x] 2026-11-26T01:00:00Z "}\napi | [a] [b] [c] [d] [e] [f] [g] x\n';
    const text = fixtures['read@1.23.5'] + noise.repeat(20);
    expect(steps(text.repeat(4))).toBeLessThanOrEqual(4 * steps(text) + 4);
    expect(steps(text)).toBeLessThanOrEqual(8 * text.split('\n').length);
  });

  test('keeps a bounded part of a dump of very many goroutines, the crashing one among them', () => {
    const header = 'fatal error: concurrent map writes\n';
    const body = (id: number) => `\ngoroutine ${id} [running]:\nmain.f(0x${id})\n\t/src/main.go:${id} +0x1\n`;
    const text = header + Array.from({ length: 500 }, (_, index) => body(index + 1)).join('');
    const [dump] = readCrashes(text, { limits: { goroutinesMax: 20 } });
    expect(dump).toMatchObject({
      goroutinesBeyond: 480,
      losses: expect.arrayContaining(['goroutines beyond the limit']),
    });
    expect(dump?.form === 'fatal' ? dump.goroutines.map(({ id }) => id) : []).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  test('keeps equal stacks of a large dump once, and no more frames than it may', () => {
    const body = (id: number) => `\ngoroutine ${id} [select]:\nmain.f(0x1)\n\t/src/main.go:7 +0x1\n`;
    const text = (count: number) =>
      `fatal error: concurrent map writes\n${Array.from({ length: count }, (_, index) => body(index + 1)).join('')}`;
    const [shared] = readCrashes(text(3_000));
    const stacks = shared?.form === 'fatal' ? shared.goroutines.map(({ frames }) => frames) : [];
    expect(stacks).toHaveLength(3_000);
    expect(new Set(stacks).size).toBeLessThan(1_010);
    const [full] = readCrashes(text(3_000), { limits: { openFramesMax: 100 } });
    expect(full).toMatchObject({ goroutinesBeyond: 2_900 });
  });

  test('gives the room of a dump back when it is over', () => {
    const limits = { openFramesMax: 100 };
    const once = `${fixtures['read@1.23.5']}exit status 2\nstarting\n`;
    const dumps = readCrashes(once.repeat(30), { limits });
    expect(dumps).toHaveLength(30);
    expect(dumps.every((dump) => dump.form === 'fatal' && dump.goroutinesBeyond === 0)).toBe(true);
  });

  test('keeps a bounded number of sources, and of frames that no header came before', () => {
    const reader = createDumpReader({ limits: { streamsMax: 4 } });
    for (let index = 0; index < 5_000; index++) {
      reader.push(`svc-${index} | goroutine 1 [running]:`, 2 * index + 1);
      reader.push('main.f(0x1)', 2 * index + 2);
    }
    const { streams } = reader.state();
    expect(streams.length).toBeLessThanOrEqual(4);
    expect(Math.max(...streams.map(([, stream]) => stream.orphans.length))).toBeLessThanOrEqual(512);
  });

  test('a line that is too long is cut, and told', () => {
    const text = `${fixtures['iterate@1.26.8']}${'x'.repeat(2_000)}\nmain.g()\n`;
    const [dump] = readCrashes(`panic: ${'x'.repeat(2_000)}\n\n${text}`, { limits: { lineCharsMax: 1_000 } });
    expect(dump?.losses).toContain('line too long');
  });

  test('shares nothing between readers', () => {
    const text = fixtures['read@1.23.5'];
    expect(readCrashes(text).map(shortForm)).toEqual(readCrashes(text).map(shortForm));
  });
});
