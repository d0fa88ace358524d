import { describe, expect, it } from 'vitest';
import { drawn } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { credentialMemoryRead } from './credential-memory-read.rule.js';

const access = (grantedAccess: number, image: string | null = 'C:\\Windows\\System32\\LSASS.exe') =>
  event('process.access', {
    source: process('dumper'),
    target: process('lsass', { image }),
    grantedAccess,
    atUs: 8,
  });

// Masks of public lsass recordings: comsvcs, mimikatz, procdump.
it.each([0x1f_ffff, 0x1010, 0x1438, 0x1410])('draws the read of lsass with rights %i', (rights) => {
  expect(drawn(credentialMemoryRead, access(rights))).toEqual([
    'process alpha/dumper -[read-memory-of]-> process alpha/lsass @8 observed',
  ]);
});

it('draws every read: each may be the one that an alert is about', () => {
  expect(drawn(credentialMemoryRead, access(0x1010), access(0x1010))).toHaveLength(2);
});

describe('draws nothing', () => {
  it.each([0x1000, 0x1400, 0x0400, 0x3000])('for query-only rights %i', (rights) => {
    expect(drawn(credentialMemoryRead, access(rights))).toEqual([]);
  });

  it.each([
    ['another program', 'c:\\windows\\explorer.exe'],
    ['a program that only ends like lsass', 'c:\\temp\\notlsass.exe'],
    ['a folder named like lsass', 'c:\\lsass.exe\\other.exe'],
    ['a process without an image', null],
  ])('for the memory of %s', (_name, image) => {
    expect(drawn(credentialMemoryRead, access(0x1f_ffff, image))).toEqual([]);
  });
});
