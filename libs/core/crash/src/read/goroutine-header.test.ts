import { describe, expect, test } from 'vitest';
import { parseGoroutineHeader } from './goroutine-header.js';

const plain = { waitMinutes: null, lockedToThread: false, labels: {}, systemLevel: false };

describe('the header of a goroutine', () => {
  test.each([
    ['goroutine 7 [running]:', { ...plain, id: 7, state: 'running' }],
    ['goroutine 1 [chan receive (nil chan)]:', { ...plain, id: 1, state: 'chan receive (nil chan)' }],
    ['goroutine 18 [select, 5 minutes]:', { ...plain, id: 18, state: 'select', waitMinutes: 5 }],
    [
      'goroutine 3 [syscall, 120 minutes, locked to thread]:',
      { ...plain, id: 3, state: 'syscall', waitMinutes: 120, lockedToThread: true },
    ],
    ['goroutine 9 [chan receive (durable), synctest bubble 2]:', { ...plain, id: 9, state: 'chan receive' }],
    ['goroutine 4 [chan send (leaked)]:', { ...plain, id: 4, state: 'chan send' }],
    ['goroutine 5 [runnable (scan)]:', { ...plain, id: 5, state: 'runnable' }],
    [
      'goroutine 11 gp=0xc000092000 m=0 mp=0x563600 [running]:',
      { ...plain, id: 11, state: 'running', systemLevel: true },
    ],
    [
      'goroutine 2 gp=0x23b3417021e0 m=nil [force gc (idle)]:',
      { ...plain, id: 2, state: 'force gc (idle)', systemLevel: true },
    ],
    [
      'goroutine 6 [running labels:{"route": "a ]: \\"b\\", c", "user": "x"}]:',
      { ...plain, id: 6, state: 'running', labels: { route: 'a ]: "b", c', user: 'x' } },
    ],
    [
      'goroutine 6 [running] {route: "GET /a, b: c", user: fatal}:',
      { ...plain, id: 6, state: 'running', labels: { route: 'GET /a, b: c', user: 'fatal' } },
    ],
  ])('reads %s', (text, header) => {
    expect(parseGoroutineHeader(text)).toEqual(header);
  });

  test.each([
    'goroutine running on other thread; stack unavailable',
    'goroutine 7 [running]',
    'goroutine x [running]:',
    'goroutine 7 is [running]:',
    'goroutine 7 [running] and more:',
    'goroutine 999999999999999999999999999999999999999 [running]:',
    ' goroutine 7 [running]:',
  ])('does not take %s for one', (text) => {
    expect(parseGoroutineHeader(text)).toBeNull();
  });

  test('labels named like members of an object stay labels', () => {
    const header = parseGoroutineHeader('goroutine 6 [running] {__proto__: x, constructor: y}:');
    expect(Object.entries(header?.labels ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });

  test('a flood of labels is cut', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `k${index}: v`).join(', ');
    const header = parseGoroutineHeader(`goroutine 6 [running] {${many}}:`);
    expect(Object.keys(header?.labels ?? {})).toHaveLength(64);
  });
});
