import { expect, it } from 'vitest';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { fileWritten } from './file-written.rule.js';

it('draws the process writing the file', () => {
  const write = event('file.write', { process: process('a'), path: 'C:/Temp/Drop.DLL', atUs: 3 });
  expect(drawn(fileWritten, write)).toEqual([
    'process alpha/a -[wrote]-> file alpha:c:\\temp\\drop.dll @3 observed',
  ]);
});

it('keeps the case of a POSIX path, where it names another file', () => {
  const paths = ['/tmp/Drop', '/tmp/drop'].map((path) =>
    event('file.write', { process: process('a'), path }),
  );
  expect(drawn(fileWritten, ...paths)).toEqual([
    'process alpha/a -[wrote]-> file alpha:/tmp/Drop @0 observed',
    'process alpha/a -[wrote]-> file alpha:/tmp/drop @0 observed',
  ]);
});

it('keeps the same path of two hosts apart', () => {
  const on = (host: string) => event('file.write', { host, process: process('a'), path: 'c:\\a.exe' });
  expect(new Set(drawn(fileWritten, on('alpha'), on('beta'))).size).toBe(2);
});

it('draws nothing for a deletion', () => {
  expect(drawn(fileWritten, event('file.delete'))).toEqual([]);
});
