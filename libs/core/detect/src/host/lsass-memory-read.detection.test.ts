import { describe, expect, it } from 'vitest';
import { indexEvents, type Event, type EventOf } from '@faultline/model';
import { event, minuteUs, mondayUs, processRef } from '../testing/events.js';
import { lsassMemoryRead } from './lsass-memory-read.detection.js';

const find = (...events: readonly Event[]) => lsassMemoryRead.find(indexEvents(events));
const image = 'c:\\users\\ann\\downloads\\setup.exe';
const read = (name: string, path: string, given: Partial<EventOf<'process.access'>> = {}): Event =>
  event('process.access', given.atUs ?? mondayUs, {
    source: processRef(name, path),
    grantedAccess: 0x1410,
    ...given,
  });
const downloaded = [
  event('file.write', mondayUs - 2 * minuteUs, { path: image }),
  event('process.start', mondayUs - minuteUs, { process: processRef('setup', image) }),
];

describe('credentials read from lsass', () => {
  it('finds a downloaded program that reads the memory, and names it', () => {
    const [impact, ...rest] = find(...downloaded, read('setup', image));
    expect(rest).toEqual([]);
    expect(impact?.by?.key).toContain('setup');
    expect(impact?.attack).toEqual(['T1003.001']);
    expect(impact?.severity).toBe('critical');
  });

  it('finds a dump tool by the minidump library on its stack', () => {
    expect(
      find(read('tool', 'c:\\program files\\tool.exe', { callerDumps: true, grantedAccess: 0x1fffff })),
    ).toHaveLength(1);
  });

  it('finds the child of a downloaded program', () => {
    const child = event('process.start', mondayUs - 30_000_000, {
      process: processRef('child', 'c:\\users\\ann\\x.exe'),
      parent: processRef('setup', image),
    });
    expect(find(...downloaded, child, read('child', 'c:\\users\\ann\\x.exe'))).toHaveLength(1);
  });

  it('joins the reads of one process to one impact', () => {
    expect(
      find(...downloaded, read('setup', image), read('setup', image, { atUs: mondayUs + 5 })),
    ).toHaveLength(1);
  });

  it('is silent about hundreds of opens that may not read memory', () => {
    const opens = Array.from({ length: 500 }, (_, n) =>
      read('vbox', 'c:\\windows\\system32\\vboxservice.exe', {
        atUs: mondayUs + n,
        grantedAccess: n % 2 === 0 ? 0x1400 : 0x1000,
      }),
    );
    expect(find(...downloaded, ...opens, read('setup', image, { grantedAccess: 0x1000 }))).toEqual([]);
  });

  it.each([
    ['an antivirus', 'c:\\programdata\\microsoft\\windows defender\\platform\\4.18\\msmpeng.exe', 60],
    ['the management service', 'c:\\windows\\system32\\wbem\\wmiprvse.exe', 1],
    ['an inventory agent', 'c:\\program files\\agent\\agent.exe', 3],
  ])('is silent about %s', (_, path, times) => {
    expect(
      find(...Array.from({ length: times }, (__, n) => read('benign', path, { atUs: mondayUs + n }))),
    ).toEqual([]);
  });

  it('is silent about an installer that was downloaded and opens lsass for its name only', () => {
    expect(find(...downloaded, read('setup', image, { grantedAccess: 0x1400 }))).toEqual([]);
  });

  it('is silent about an updated security agent, which reads all day', () => {
    const path = 'c:\\program files\\agent\\agent.exe';
    const updated = [
      event('file.write', mondayUs - 2 * minuteUs, { path }),
      event('process.start', mondayUs - minuteUs, { process: processRef('agent', path) }),
    ];
    expect(
      find(...updated, ...Array.from({ length: 40 }, (_, n) => read('agent', path, { atUs: mondayUs + n }))),
    ).toEqual([]);
  });

  it('is silent about reads of other programs', () => {
    expect(
      find(...downloaded, read('setup', image, { target: processRef('notes', 'c:\\apps\\notes.exe') })),
    ).toEqual([]);
  });
});
