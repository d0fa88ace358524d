import { describe, expect, test } from 'vitest';
import { mapUse } from './map-operation.js';
import { frame, swissCheck } from './testing/dumps.js';

const own = frame('main.run');
const inRuntime = (name: string, args = '0x1?'): ReturnType<typeof frame> =>
  frame(name, '/usr/local/go/src/runtime/map.go:600', args);

describe('the operation on a map', () => {
  test.each([
    [['runtime.fatal', 'runtime.mapassign_fast64ptr'], 'assign', false],
    [['reflect.mapdelete_faststr0', 'reflect.mapdelete_faststr'], 'delete', false],
    [['runtime.mapclear'], 'clear', false],
    [['runtime.mapaccess2_fast32'], 'read', false],
    [
      ['internal/runtime/maps.(*Iter).Next', 'reflect.mapIterNext', 'reflect.(*MapIter).Next'],
      'iterate',
      false,
    ],
    [['internal/runtime/maps.(*Iter).Next', 'maps.clone', 'maps.Clone[...]'], 'clone', false],
    [['runtime.evacuate_faststr', 'runtime.growWork_faststr', 'runtime.mapassign_faststr'], 'assign', true],
    [['internal/runtime/maps.(*table).rehash', 'internal/runtime/maps.(*Map).PutSlot'], 'assign', true],
    [['internal/runtime/maps.(*Map).deleteSmall', 'internal/runtime/maps.(*Map).Delete'], 'delete', false],
  ])('%j is %s', (names, operation, grows) => {
    expect(mapUse([...names.map((name) => inRuntime(name)), own])).toMatchObject({ operation, grows });
  });

  test('is unknown where the runtime hides its frames, and below the program’s own code', () => {
    expect(mapUse([swissCheck, own])).toBeNull();
    expect(mapUse([own, inRuntime('runtime.mapassign')])).toBeNull();
  });

  test('takes the map’s address only where it cannot be stale', () => {
    const pointer = (args: string): string | null | undefined =>
      mapUse([inRuntime('runtime.mapassign', args), own])?.mapPointer;
    expect(pointer('0x46f620, 0xc000086000, {0x479e08, 0x1}')).toBe('c000086000');
    expect(pointer('0x46f620, 0xc000086000?, 0x1')).toBeNull();
    expect(pointer('0x46f620, 0x5')).toBeNull();
  });
});
