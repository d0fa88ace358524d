import { describe, expect, it } from 'vitest';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { registryWritten } from './registry-written.rule.js';

const run = 'HKU\\S-1-5-21\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\Updater';
const set = (path: string, value: string | null) =>
  event('registry.write', { process: process('installer'), path, value, atUs: 5 });
const started = (image: string | null, atUs = 50) =>
  event('process.start', { process: process('later', { image }), atUs });
const autostarted = `registry-value alpha:${run.toLowerCase()} -[autostarted]-> process alpha/later @50 inferred`;

it('draws the process setting the value', () => {
  expect(drawn(registryWritten, set('HKLM\\Software\\Vendor\\Key', 'DWORD (0x1)'))).toEqual([
    'process alpha/installer -[set]-> registry-value alpha:hklm\\software\\vendor\\key @5 observed',
  ]);
});

describe('an autostart value', () => {
  it.each([
    ['a bare path', 'c:\\temp\\updater.exe'],
    ['a quoted path with arguments', '"C:\\Temp\\Updater.exe" -silent "c:\\x.exe"'],
    ['forward case', 'C:\\TEMP\\UPDATER.EXE'],
  ])('with %s leads to the program that later runs', (_name, value) => {
    expect(drawn(registryWritten, set(run, value), started('C:\\Temp\\updater.exe'))).toContain(autostarted);
  });

  it.each([
    ['services', 'HKLM\\System\\CurrentControlSet\\Services\\evil\\ImagePath'],
    ['Winlogon', 'HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Winlogon\\Userinit'],
    [
      'image hijacks',
      'HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Image File Execution Options\\a.exe\\Debugger',
    ],
  ])('counts under %s', (_name, path) => {
    expect(drawn(registryWritten, set(path, 'c:\\t\\x.exe'), started('c:\\t\\x.exe'))).toHaveLength(2);
  });

  it('draws nothing more for a program that ran before', () => {
    expect(drawn(registryWritten, set(run, 'c:\\t\\x.exe'), started('c:\\t\\x.exe', 4))).toHaveLength(1);
  });

  it('draws nothing more for another program, another host or no program', () => {
    const events = [
      started('c:\\t\\y.exe'),
      started(null),
      event('process.start', { host: 'beta', process: process('z', { image: 'c:\\t\\x.exe' }), atUs: 60 }),
    ];
    expect(drawn(registryWritten, set(run, 'c:\\t\\x.exe'), ...events)).toHaveLength(1);
  });
});

it('draws no start from a value elsewhere that happens to hold a path', () => {
  const history = set('HKCU\\Software\\Runner\\LastFile', 'c:\\t\\x.exe');
  expect(drawn(registryWritten, history, started('c:\\t\\x.exe'))).toHaveLength(1);
});
