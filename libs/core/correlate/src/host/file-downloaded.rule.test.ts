import { expect, it } from 'vitest';
import { drawn, leadsTo } from '../testing/drawn.js';
import { event, process } from '../testing/events.js';
import { fileDownloaded } from './file-downloaded.rule.js';

const marked = (hostUrl: string | null) =>
  event('file.write', {
    process: process('browser'),
    path: 'c:\\temp\\setup.exe',
    zone: { id: 3, hostUrl, referrerUrl: 'https://referrer.example/' },
    atUs: 50,
  });

it('draws the address that the mark of the web names, as claimed: any program can write the mark', () => {
  expect(drawn(fileDownloaded, marked('https://files.example/setup.exe'))).toEqual([
    'url https://files.example/setup.exe -[fetched-by]-> process alpha/browser @49 claimed',
  ]);
});

it('leads from the address to the file, because the fetch comes before the write', () => {
  const events = [marked('https://files.example/setup.exe')];
  expect(leadsTo(events, 'url https://files.example/setup.exe', 'file alpha:c:\\temp\\setup.exe')).toBe(true);
});

it.each([
  ['no mark', null],
  ['a mark without an address', { id: 3, hostUrl: null, referrerUrl: null }],
])('draws nothing for %s', (_name, zone) => {
  expect(drawn(fileDownloaded, event('file.write', { zone }))).toEqual([]);
});
