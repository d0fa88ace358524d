import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseName, createLongNames, normalisePath } from './windows-path.js';

describe('normalisePath', () => {
  it.each([
    ['C:\\Windows\\System32\\CMD.EXE', 'c:\\windows\\system32\\cmd.exe'],
    ['C:/Temp/a.exe', 'c:\\temp\\a.exe'],
    ['\\??\\C:\\Temp\\a.exe', 'c:\\temp\\a.exe'],
    ['\\\\?\\C:\\Temp\\a.exe', 'c:\\temp\\a.exe'],
    ['\\Device\\HarddiskVolume3\\A.exe', '\\device\\harddiskvolume3\\a.exe'],
    ['\\\\Server\\Share\\A.exe', '\\\\server\\share\\a.exe'],
    ['%SystemRoot%\\A.exe', '%systemroot%\\a.exe'],
  ])('writes %s as %s', (path, normal) => expect(normalisePath(path)).toBe(normal));

  it.each(['/usr/bin/Tool', './Tool', 'Tool', '/tmp/a\\B', ''])(
    'leaves %j alone: case matters there',
    (path) => {
      expect(normalisePath(path)).toBe(path);
    },
  );

  it('changes nothing when applied again', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9 ._~?%$-]{0,8}$/);
    const path = fc
      .tuple(
        fc.constantFrom('C:\\', '\\??\\C:\\', '\\\\?\\D:/', '\\\\srv\\', '/', '%A%\\', ''),
        fc.array(part),
      )
      .map(([root, parts]) => root + parts.join('\\'));
    fc.assert(
      fc.property(path, (text) => {
        const once = normalisePath(text);
        expect(normalisePath(once)).toBe(once);
      }),
    );
  });
});

it.each([
  ['c:\\a\\b.exe', 'b.exe'],
  ['/a/b', 'b'],
  ['b', 'b'],
  ['c:\\a\\', ''],
])('baseName of %s is %j', (path, name) => expect(baseName(path)).toBe(name));

// Rules of [MS-FSCC] 2.1.5.2.1: at most eight characters, spaces and surplus dots dropped, three of the extension.
describe('createLongNames', () => {
  it.each([
    ['c:\\progra~1\\a.exe', 'c:\\program files\\a.exe', ['c:\\program files\\a.exe']],
    ['c:\\u\\averyl~1.ps1', 'c:\\u\\averylongname.ps1', ['c:\\u\\averylongname.ps1']],
    ['c:\\u\\longna~2.htm', 'c:\\u\\long name.html', ['c:\\u\\long name.html']],
    ['c:\\u\\abc~1.tgz', 'c:\\u\\a.b.c.tgz', ['c:\\u\\a.b.c.tgz']],
    [
      'c:\\u\\folder~1\\innero~1\\a.exe',
      'c:\\u\\folder one\\inner one\\a.exe',
      ['c:\\u\\folder one\\inner one\\a.exe'],
    ],
    ['c:\\u\\a_b_cd~1.txt', 'c:\\u\\a+b,cdef.txt', ['c:\\u\\a+b,cdef.txt']],
    ['c:\\u\\longn~12.txt', 'c:\\u\\longname1.txt', ['c:\\u\\longname1.txt', 'c:\\u\\longname.txt']],
    ['c:\\u\\longna~1', 'c:\\u\\longname without', ['c:\\u\\longname without']],
  ])('resolves %s to %s', (short, long, paths) => {
    expect(createLongNames(paths)(short)).toBe(long);
  });

  it.each([
    ['two siblings fit', ['c:\\program files\\a', 'c:\\program files (x86)\\a']],
    ['nobody fits', ['c:\\projecting\\a']],
    ['the only one that begins alike has eight characters and so no short name', ['c:\\programs\\a']],
    ['only a folder elsewhere fits', ['c:\\x\\program files\\a']],
    ['the extension differs', ['c:\\program files.old\\a']],
    ['nothing is known', []],
  ])('leaves a short name alone where %s', (_name, paths) => {
    expect(createLongNames(paths)('c:\\progra~1\\a')).toBe('c:\\progra~1\\a');
  });

  it('resolves a short basis to a short stem only', () => {
    const longName = createLongNames(['c:\\u\\abcdefghij.txt']);
    expect(longName('c:\\u\\abc~1.txt')).toBe('c:\\u\\abc~1.txt');
  });

  it('resolves what comes before an ambiguous part', () => {
    const paths = ['c:\\only folder\\program a', 'c:\\only folder\\program b'];
    expect(createLongNames(paths)('c:\\onlyfo~1\\progra~1')).toBe('c:\\only folder\\progra~1');
  });

  it('leaves alone a name whose tilde is its own', () => {
    const longName = createLongNames(['c:\\u\\report.docx', 'c:\\u\\a~b.txt']);
    for (const path of ['c:\\u\\~$report.docx', 'c:\\u\\a~b.txt', 'c:\\u\\x~', 'c:\\u\\toolongbasis~1'])
      expect(longName(path)).toBe(path);
  });

  it('leaves alone a short name that is on record beside nothing longer', () => {
    expect(createLongNames(['c:\\u\\averyl~1.ps1'])('c:\\u\\averyl~1.ps1')).toBe('c:\\u\\averyl~1.ps1');
  });
});
