import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsOfLog, type LoggedLine, type StepView } from './step-lines.js';
import type { CicdStep } from '../event.js';

const second = 1_000_000;
const step = (
  number: number,
  startS: number | null,
  endS: number | null,
  conclusion = 'success',
): CicdStep => ({
  number,
  name: `s${number}`,
  conclusion,
  startedAtUs: startS === null ? null : startS * second,
  completedAtUs: endS === null ? null : endS * second,
});
const line = (atS: number | null, text: string): LoggedLine => ({
  atUs: atS === null ? null : Math.round(atS * second),
  text,
});
const texts = (steps: readonly StepView[]): string[] =>
  steps.map(({ name, lines }) => `${name}: ${lines.map(({ text }) => text).join(' | ')}`);
const run = '##[group]Run make';

describe('with announced steps', () => {
  it('a line belongs to the step whose times enclose it', () => {
    const lines = [line(0.5, 'a'), line(3.2, 'b'), line(6.9, 'c')];
    expect(texts(stepsOfLog([step(1, 0, 2), step(2, 3, 5), step(3, 6, 8)], lines))).toEqual([
      's1: a',
      's2: b',
      's3: c',
    ]);
  });

  it('inside a shared second the mark decides', () => {
    const lines = [
      line(2.1, 'end of 1'),
      line(2.4, run),
      line(2.6, 'of 2'),
      line(2.9, run),
      line(3.5, 'of 3'),
    ];
    expect(texts(stepsOfLog([step(1, 0, 2), step(2, 2, 2), step(3, 2, 5)], lines))).toEqual([
      's1: end of 1',
      `s2: ${run} | of 2`,
      `s3: ${run} | of 3`,
    ]);
  });

  it('the second that a step ends in is still its own', () => {
    const lines = [line(2.99, 'late'), line(3, 'next')];
    expect(texts(stepsOfLog([step(1, 0, 2), step(2, 2, 5)], lines))).toEqual(['s1: late', 's2: next']);
  });

  it('a mark of a composite action inside a step opens no step before its time', () => {
    const lines = [line(1, run), line(2, run), line(8.5, 'b')];
    expect(texts(stepsOfLog([step(1, 0, 7), step(2, 7, 9)], lines))).toEqual([
      `s1: ${run} | ${run}`,
      's2: b',
    ]);
  });

  it('the cleanup after the job opens a step, too', () => {
    const lines = [line(2.2, 'a'), line(2.5, 'Post job cleanup.')];
    expect(texts(stepsOfLog([step(1, 0, 2), step(2, 2, 3)], lines))).toEqual([
      's1: a',
      's2: Post job cleanup.',
    ]);
  });

  it('a line without a time follows the one before it', () => {
    const lines = [line(null, 'head'), line(3.5, 'b'), line(null, '  at frame')];
    expect(texts(stepsOfLog([step(1, 0, 2), step(2, 3, 5)], lines))).toEqual([
      's1: head',
      's2: b |   at frame',
    ]);
  });

  it('a line whose time goes back stays where the log stands', () => {
    const lines = [line(3.5, 'b'), line(1, 'odd'), line(4, 'c')];
    expect(texts(stepsOfLog([step(1, 0, 2), step(2, 3, 5)], lines))).toEqual(['s1: ', 's2: b | odd | c']);
  });

  it('steps given out of order are put in order of time, then number', () => {
    expect(stepsOfLog([step(3, 2, 3), step(2, 2, 2), step(1, 0, 2)], []).map(({ number }) => number)).toEqual(
      [1, 2, 3],
    );
  });

  it('skipped steps and those that never started have no place', () => {
    const steps = stepsOfLog(
      [step(1, 0, 2), step(2, 2, 2, 'skipped'), step(3, null, null), step(4, 2, 5)],
      [],
    );
    expect(steps.map(({ number, place }) => [number, place])).toEqual([
      [1, 1],
      [4, 2],
    ]);
  });

  it('a step that still runs keeps all that follows until the next mark', () => {
    const lines = [line(9, 'a'), line(99, run)];
    expect(texts(stepsOfLog([step(1, 0, null), step(2, 50, null)], lines))).toEqual(['s1: a', `s2: ${run}`]);
  });
});

describe('without announced steps', () => {
  it('the marks alone cut the log', () => {
    const lines = [line(1, 'hello'), line(2, run), line(3, 'a'), line(4, '##[group]Run test'), line(5, 'b')];
    expect(stepsOfLog([], lines)).toEqual([
      {
        place: 1,
        number: null,
        name: 'Set up job',
        startedAtUs: second,
        completedAtUs: second,
        lines: lines.slice(0, 1),
      },
      {
        place: 2,
        number: null,
        name: 'Run make',
        startedAtUs: 2 * second,
        completedAtUs: 3 * second,
        lines: lines.slice(1, 3),
      },
      {
        place: 3,
        number: null,
        name: 'Run test',
        startedAtUs: 4 * second,
        completedAtUs: 5 * second,
        lines: lines.slice(3),
      },
    ]);
  });

  it('other groups cut nothing', () => {
    expect(
      stepsOfLog([], [line(1, run), line(2, '##[group]Runner Image'), line(3, ' ##[group]Run x')]),
    ).toHaveLength(1);
  });

  it('an empty log has no step', () => {
    expect(stepsOfLog([], [])).toEqual([]);
  });
});

it('every line of every log belongs to exactly one step, in the order of the log', () => {
  const anyLine = fc.record({
    atUs: fc.option(fc.integer({ min: 0, max: 9 * second })),
    text: fc.constantFrom('a', run, 'Post job cleanup.', '##[endgroup]'),
  });
  const anyStep = fc
    .tuple(fc.nat(9), fc.nat(9), fc.nat(3), fc.constantFrom('success', 'skipped'))
    .map(([number, start, length, conclusion]) => step(number, start, start + length, conclusion));
  fc.assert(
    fc.property(fc.array(anyStep), fc.array(anyLine), (steps, lines) => {
      const found = stepsOfLog(steps, lines).flatMap((view) => [...view.lines]);
      expect(found).toEqual(lines);
    }),
  );
});
