import { describe, expect, it } from 'vitest';
import { drawn } from '../testing/drawn.js';
import { event, process, second } from '../testing/events.js';
import { processControlled } from './process-controlled.rule.js';

const access = (grantedAccess: number, atUs = 10 * second) =>
  event('process.access', { source: process('a'), target: process('b'), grantedAccess, atUs });

it('draws a remote thread as an injection', () => {
  const thread = event('process.inject', { source: process('a'), target: process('b'), atUs: 4 });
  expect(drawn(processControlled, thread)).toEqual([
    'process alpha/a -[injected-into]-> process alpha/b @4 observed',
  ]);
});

describe('a handle', () => {
  it.each([
    ['all rights', 0x1f_ffff],
    ['write memory and create thread', 0x0022],
    ['write memory and set information', 0x0220],
  ])('with %s could control', (_name, rights) => {
    expect(drawn(processControlled, access(rights))).toEqual([
      'process alpha/a -[could-control]-> process alpha/b @10000000 inferred',
    ]);
  });

  it.each([
    ['query limited information', 0x1000],
    ['query and read memory', 0x1410],
    ['write memory alone', 0x0020],
    ['create thread alone', 0x0002],
  ])('with %s draws nothing', (_name, rights) => {
    expect(drawn(processControlled, access(rights))).toEqual([]);
  });

  it('opened again and again draws the first time only', () => {
    const times = [12, 11, 13].map((at) => access(0x1f_ffff, at * second));
    expect(drawn(processControlled, ...times)).toEqual([
      'process alpha/a -[could-control]-> process alpha/b @11000000 inferred',
    ]);
  });

  it('that the creator got at the start of its child draws nothing, a later one does', () => {
    const start = event('process.start', { process: process('b'), parent: process('a'), atUs: 9 * second });
    expect(drawn(processControlled, start, access(0x1f_ffff, 10 * second))).toEqual([]);
    expect(
      drawn(processControlled, start, access(0x1f_ffff, 10 * second), access(0x1f_ffff, 20 * second)),
    ).toEqual(['process alpha/a -[could-control]-> process alpha/b @20000000 inferred']);
  });
});
