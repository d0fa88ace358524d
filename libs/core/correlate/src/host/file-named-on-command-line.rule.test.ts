import { describe, expect, it } from 'vitest';
import type { EventOf } from '@faultline/model';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { fileNamedOnCommandLine } from './file-named-on-command-line.rule.js';

const shell = process('shell', { image: 'c:\\windows\\system32\\shell.exe' });
const wrote = (path: string, atUs = 1) => event('file.write', { process: process('dropper'), path, atUs });
const ran = (commandLine: string, given: Partial<EventOf<'process.start'>> = {}) =>
  event('process.start', { process: shell, commandLine, atUs: 5, ...given });
const namedFiles = (...events: Parameters<typeof drawn>[1][]) =>
  drawn(fileNamedOnCommandLine, ...events).map((line) => line.slice(0, line.indexOf(' -[')));

it('draws a written script named by an interpreter, as inferred: being named is not yet being run', () => {
  expect(drawn(fileNamedOnCommandLine, wrote('c:\\temp\\a.ps1'), ran('shell.exe C:\\Temp\\A.ps1'))).toEqual([
    'file alpha:c:\\temp\\a.ps1 -[named-on-command-line]-> process alpha/shell @5 inferred',
  ]);
});

describe('finds the path', () => {
  it.each([
    ['quoted, with spaces', 'c:\\my files\\a.ps1', 'shell -f "C:\\My Files\\a.ps1"'],
    ['after a switch with a colon', 'c:\\temp\\a.ps1', 'shell /script:c:\\temp\\a.ps1'],
    ['after an option with an equals sign', 'c:\\temp\\a.ps1', 'shell --file=c:\\temp\\a.ps1'],
    ['before the export of a library', 'c:\\temp\\a.dll', 'rundll32.exe c:\\temp\\a.dll,DllMain'],
    ['before the ordinal of a library', 'c:\\temp\\a.dll', 'rundll32 c:\\temp\\a.dll,#1'],
    ['with forward slashes', 'c:\\temp\\a.ps1', 'shell c:/temp/a.ps1'],
    ['in its short form', 'c:\\temp\\averylongname.ps1', 'shell c:\\temp\\averyl~1.ps1'],
    ['of POSIX', '/tmp/a.sh', 'sh /tmp/a.sh'],
  ])('%s', (_name, path, commandLine) => {
    expect(namedFiles(wrote(path), ran(commandLine))).toEqual([`file alpha:${path}`]);
  });

  it.each([
    ['c:\\temp', 'c:\\temp\\a.ps1'],
    ['C:\\Temp\\', 'c:\\temp\\a.ps1'],
    ['/home/ann', '/home/ann/a.ps1'],
    ['/home/ann/', '/home/ann/a.ps1'],
  ])('as a bare name in the working directory %s', (workingDirectory, path) => {
    expect(namedFiles(wrote(path), ran('shell a.ps1', { workingDirectory }))).toEqual([`file alpha:${path}`]);
  });
});

describe('draws nothing', () => {
  it('for a script that the records did not see written', () => {
    expect(namedFiles(ran('shell.exe c:\\windows\\system32\\logon.ps1'))).toEqual([]);
  });

  it('for a script written only after the start', () => {
    expect(namedFiles(wrote('c:\\temp\\a.ps1', 6), ran('shell c:\\temp\\a.ps1'))).toEqual([]);
  });

  it('for a script of that path on another host', () => {
    expect(namedFiles(wrote('c:\\temp\\a.ps1'), ran('shell c:\\temp\\a.ps1', { host: 'beta' }))).toEqual([]);
  });

  it('for the program itself: its image is host.image-executed', () => {
    const self = ran('x c:\\temp\\a.exe', { process: process('a', { image: 'C:\\Temp\\a.exe' }) });
    expect(namedFiles(wrote('c:\\temp\\a.exe'), self)).toEqual([]);
  });

  it('for a bare name without a working directory', () => {
    expect(namedFiles(wrote('c:\\temp\\a.ps1'), ran('shell a.ps1'))).toEqual([]);
  });

  it('beyond the 64th argument and the 8192nd character', () => {
    const late = `shell ${'x '.repeat(64)}c:\\temp\\a.ps1`;
    const far = `shell ${'x'.repeat(8192)} c:\\temp\\a.ps1`;
    expect(namedFiles(wrote('c:\\temp\\a.ps1'), ran(late), ran(far))).toEqual([]);
  });
});
