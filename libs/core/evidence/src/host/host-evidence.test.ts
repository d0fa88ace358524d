import { describe, expect, it } from 'vitest';
import { event, minuteUs, mondayUs, processRef } from '@faultline/detect/testing';
import type { Event } from '@faultline/model';
import { evidenceOf, onlyEvidence, reportOf } from '../testing/run-test.js';
import { untrustedSource } from '../flow/f2-untrusted-source.evidence.js';
import { markOfTheWeb } from './h1-mark-of-the-web.evidence.js';
import { newProgram } from './h2-new-program.evidence.js';
import { callerStack } from './h4-caller-stack.evidence.js';

const path = 'C:\\Users\\Ann\\Downloads\\setup.exe';
const marked = (id: number | null): Event =>
  event('file.write', mondayUs, {
    path,
    zone: { id, hostUrl: 'http://203.0.113.9/setup.exe', referrerUrl: null },
  });
const ran = (image: string, atUs: number, name: string): Event =>
  event('process.start', atUs, { process: processRef(name, image) });
const system = Array.from({ length: 30 }, (_, n) =>
  ran(`c:\\windows\\system32\\tool${n}.exe`, mondayUs - minuteUs, `t${n}`),
);

describe('H1, mark of the web', () => {
  it('weighs a download that ran more than one that did not', () => {
    const executed = onlyEvidence(markOfTheWeb, [marked(3), ran(path, mondayUs + minuteUs, 'setup')]);
    const kept = onlyEvidence(markOfTheWeb, [marked(3)]);
    expect(executed.reason).toContain('was executed');
    expect(executed.e).toBeGreaterThan(kept.e);
  });

  it('counts a mark whose zone was not read, and none of a trusted zone', () => {
    expect(evidenceOf(markOfTheWeb, [marked(null)])).toHaveLength(1);
    expect(evidenceOf(markOfTheWeb, [marked(0), marked(1), marked(2)])).toEqual([]);
  });

  it('takes no mark for no verdict', () =>
    expect(evidenceOf(markOfTheWeb, [event('file.write', mondayUs, { path })])).toEqual([]));

  it('tells of one file once', () =>
    expect(evidenceOf(markOfTheWeb, [marked(3), marked(3)])).toHaveLength(1));
});

describe('8.3 names', () => {
  const short = 'C:\\Users\\Ann\\AppData\\quarte~1.exe';
  const long = 'C:\\Users\\Ann\\AppData\\Quarterly Report.exe';
  const download = event('file.write', mondayUs, {
    path: short,
    zone: { id: 3, hostUrl: 'http://203.0.113.9/q.exe', referrerUrl: null },
  });
  const records = [
    ...system,
    download,
    ran(long, mondayUs + minuteUs, 'quarterly'),
    // Another host's file of the same beginning does not make the name ambiguous.
    event('file.write', mondayUs, { host: 'beta', path: long.replace('Report', 'Review') }),
  ];

  it.each([
    ['H1', markOfTheWeb],
    ['H2', newProgram],
    ['F2', untrustedSource],
  ])('%s names the file as the links do: by the long name that its own host knows', (_, test) => {
    const [found] = reportOf(test, records).found;
    expect(found?.entity.key).toBe(`alpha:${long.toLowerCase()}`);
  });

  it('the download and the program that ran are one file', () =>
    expect(onlyEvidence(markOfTheWeb, records).reason).toContain('was executed'));
});

describe('H2, new program', () => {
  const written = event('file.write', mondayUs, { path });

  it('is significant where one of many programs was written and then ran', () => {
    const evidence = onlyEvidence(newProgram, [...system, written, ran(path, mondayUs + minuteUs, 'setup')]);
    expect(evidence).toMatchObject({ family: 'host', status: 'SIGNIFICANT' });
    expect(evidence.p).toBeLessThan(0.1);
  });

  it('is not significant on a host that is being updated', () => {
    const updates = Array.from({ length: 20 }, (_, n) => [
      event('file.write', mondayUs, { path: `c:\\app\\${n}.exe` }),
      ran(`c:\\app\\${n}.exe`, mondayUs + minuteUs, `u${n}`),
    ]).flat();
    const found = evidenceOf(newProgram, [...system, ...updates]);
    expect(found).toHaveLength(20);
    expect(found.filter(({ status }) => status !== 'NOT_SIGNIFICANT')).toEqual([]);
  });

  it('is missing where fewer than twenty programs ran', () => {
    expect(onlyEvidence(newProgram, [written, ran(path, mondayUs + minuteUs, 'setup')])).toMatchObject({
      status: 'MISSING',
      e: 1,
    });
  });

  it('is silent about a program that ran before it was written', () => {
    expect(evidenceOf(newProgram, [...system, ran(path, mondayUs - minuteUs, 'setup'), written])).toEqual([]);
  });
});

describe('H4, caller’s stack', () => {
  const accesses = (callers: number): Event[] =>
    Array.from({ length: 300 }, (_, n) =>
      event('process.access', mondayUs + n, { source: processRef(`p${n % callers}`) }),
    );
  const unbacked = (name: string): Event =>
    event('process.access', mondayUs, { source: processRef(name), callerUnbacked: true });

  it('is significant for the one of many callers that calls from no module', () => {
    expect(onlyEvidence(callerStack, [...accesses(40), unbacked('odd')])).toMatchObject({
      family: 'host',
      status: 'SIGNIFICANT',
      n: 41,
    });
  });

  it('is not significant where many do, as under a just-in-time compiler', () => {
    const found = evidenceOf(callerStack, [
      ...accesses(40),
      ...Array.from({ length: 12 }, (_, n) => unbacked(`p${n}`)),
    ]);
    expect(found.filter(({ status }) => status !== 'NOT_SIGNIFICANT')).toEqual([]);
  });

  it('says nothing with fewer than 200 accesses', () =>
    expect(evidenceOf(callerStack, [unbacked('odd')])).toEqual([]));
});
