import { describe, expect, it } from 'vitest';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { moduleLoaded } from './module-loaded.rule.js';

const host = process('host');
const loaded = (path: string, signed: boolean | null, atUs = 9) =>
  event('image.load', { process: host, path, signed, atUs });
const wrote = (path: string, atUs = 1) => event('file.write', { process: process('dropper'), path, atUs });

it('draws an unsigned module from outside the Windows folder', () => {
  expect(drawn(moduleLoaded, loaded('C:\\Users\\a\\Plug.dll', false))).toEqual([
    'file alpha:c:\\users\\a\\plug.dll -[loaded-by]-> process alpha/host @9 observed',
  ]);
});

it('draws a module that was seen being written, signed or not, even in the Windows folder', () => {
  const path = 'c:\\windows\\system32\\plug.dll';
  const link = `file alpha:${path} -[loaded-by]-> process alpha/host @9 observed`;
  expect(drawn(moduleLoaded, wrote(path), loaded(path, true))).toEqual([link]);
  expect(drawn(moduleLoaded, wrote(path), loaded(path, null))).toEqual([link]);
});

describe('draws nothing', () => {
  it.each([
    ['a signed module', 'c:\\programs\\plug.dll', true],
    ['a module whose signature nobody checked', 'c:\\programs\\plug.dll', null],
    ['an unsigned system image', 'C:\\Windows\\assembly\\NativeImages\\mscorlib.ni.dll', false],
  ])('for %s', (_name, path, signed) => {
    expect(drawn(moduleLoaded, loaded(path, signed))).toEqual([]);
  });

  it('for the image of the process itself', () => {
    expect(drawn(moduleLoaded, loaded('C:\\Programs\\host.exe', false))).toEqual([]);
  });

  it('for a signed module that is overwritten only after it was loaded', () => {
    expect(drawn(moduleLoaded, loaded('c:\\p\\plug.dll', true, 9), wrote('c:\\p\\plug.dll', 10))).toEqual([]);
  });
});
