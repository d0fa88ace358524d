import { expect, test } from 'vitest';
import { readOptions } from './options.js';

test('takes a program by its path', () => {
  expect(readOptions(['--binary', '/srv/stock'])).toMatchObject({ path: '/srv/stock', processId: null });
});

test('takes a running process, whose very file stands in /proc', () => {
  expect(readOptions(['--pid', '4711'])).toMatchObject({ path: '/proc/4711/exe', processId: 4711 });
});

test.each([[[]], [['--binary', 'a', '--pid', '1']], [['--pid', '../1']], [['--pid', '0']], [['--nonsense']]])(
  'refuses %j',
  (args) => {
    expect(() => readOptions(args)).toThrow(expect.objectContaining({ code: 'FL_USAGE' }));
  },
);
