import type { Event, EventOf } from '@faultline/model';
import { eventSchema } from '@faultline/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFaultlineEvent } from '../faultline/faultline-event.js';
import { dumpLines, readLines, recordsOf, testSha256 } from '../testing/crash-lines.js';

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`);
const timeOf = (at: number) => `2026-03-08T09:00:00.${String(123_456 + at).padStart(6, '0')}Z`;
const docker = (lines: readonly string[]) =>
  text(lines).map((log, at) =>
    JSON.stringify({
      log,
      stream: 'stderr',
      attrs: { 'com.docker.compose.service': 'shop' },
      time: timeOf(at),
    }),
  );
const atUs = Date.UTC(2026, 2, 8, 9) * 1000 + 123_456;

function crashes(events: readonly Event[]): EventOf<'crash'>[] {
  return events.filter((event) => event.kind === 'crash');
}

describe('a dump in plain lines', () => {
  const lines = ['2026/03/08 09:00:00.123456 listening', ...dumpLines, 'exit status 2'];
  const read = readLines(lines);

  it('is one crash event that spans its lines; they are structure', () => {
    const [crash] = crashes(read.events);
    expect(read.events).toHaveLength(1);
    expect(eventSchema.parse(crash)).toEqual(crash);
    expect(crash?.crash).toMatchObject({ kind: 'map_write_write', confirmed: true });
    expect(crash?.record).toMatchObject({ path: 'shop.log', line: 2 });
    expect(crash?.crash.lines.first).toBe(2);
    expect(crash?.exitCode).toBe(2);
    expect(read.rejected.map(({ at }) => at.line)).toEqual([1]);
    expect(read.counted).toBe(2);
  });

  it('has the last time that was seen before it', () => {
    expect(crashes(read.events)[0]?.atUs).toBe(atUs);
  });

  it('has the id of its lines, wherever they stand', () => {
    const elsewhere = readLines(['2026/03/08 10:00:00 other', 'more', ...dumpLines, 'exit status 2']);
    expect(crashes(elsewhere.events)[0]?.id).toBe(crashes(read.events)[0]?.id);
    const ids = recordsOf([...dumpLines, 'exit status 2']).map(({ id }) => id);
    expect(crashes(read.events)[0]?.id).toBe(testSha256(ids.join('')).slice(0, 32));
  });

  it('is rejected with a remedy where no time is known', () => {
    const { rejected, events } = readLines(dumpLines);
    expect(events).toEqual([]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ code: 'FL_RECORD_TIME', at: { line: 1 } });
    expect(rejected[0]?.reason).toContain('faultline crash');
  });
});

describe('wrapped lines', () => {
  it('of Docker stay the events that they were, and give a crash with time and service', () => {
    const { events, rejected } = readLines(docker(dumpLines));
    expect(rejected).toEqual([]);
    expect(events.filter(({ kind }) => kind === 'other')).toHaveLength(dumpLines.length);
    expect(crashes(events)).toMatchObject([{ service: 'shop', atUs, crash: { confirmed: true } }]);
  });

  it('of the node of a cluster say time and, by the name of their file, the container', () => {
    const cri = dumpLines.map((line, at) => `${timeOf(at)} stderr F ${line}`);
    const path = `/var/log/containers/shop-7d9f8c6b5-x2x1z_prod_web-${'0a'.repeat(32)}.log`;
    expect(crashes(readLines(cri, undefined, path).events)).toMatchObject([{ atUs, container: 'web' }]);
  });

  it('of syslog say host, program and process number', () => {
    const lines = dumpLines.map((line) => `<27>1 ${timeOf(0)} node-7 shop 4121 - - ${line}`);
    expect(crashes(readLines(lines).events)).toMatchObject([
      { host: 'node-7', program: 'shop', pid: 4121, atUs },
    ]);
  });

  it('of syslog without a year take it from the times around', () => {
    const lines = dumpLines.map((line) => `Mar  8 09:00:00.123456 node-7 shop[4121]: ${line}`);
    expect(crashes(readLines(['2026-01-01T00:00:00Z start', ...lines]).events)).toMatchObject([
      { atUs, pid: 4121 },
    ]);
    expect(readLines(lines).rejected).toMatchObject([{ code: 'FL_RECORD_TIME' }]);
  });

  it('of the journal as JSON say the unit', () => {
    const lines = dumpLines.map((MESSAGE) =>
      JSON.stringify({
        MESSAGE,
        _SYSTEMD_UNIT: 'shop.service',
        _PID: '77',
        _HOSTNAME: 'h',
        timestamp: timeOf(0),
      }),
    );
    expect(crashes(readLines(lines).events)).toMatchObject([{ unit: 'shop.service', pid: 77, host: 'h' }]);
  });

  it('may be one record with line breaks', () => {
    const one = [
      `${timeOf(0)} ${dumpLines.join('\n')}`,
      JSON.stringify({ ts: timeOf(0), msg: dumpLines.join('\n') }),
    ];
    expect(crashes(readLines(one.slice(0, 1)).events)).toHaveLength(1);
    expect(crashes(readLines(one.slice(1)).events)).toMatchObject([
      { atUs, crash: { message: 'concurrent map writes' } },
    ]);
  });
});

it('comes back whole from a document of faultline.event/1', () => {
  const [crash] = crashes(readLines(docker(dumpLines)).events);
  const document = JSON.stringify(crash === undefined ? null : toFaultlineEvent(crash));
  const { record: _, ...again } = crashes(readLines([document]).events)[0] ?? { record: null };
  const { record: __, ...first } = crash ?? { record: null };
  expect(again).toEqual(first);
});

describe('what is no dump', () => {
  it('is rejected line by line, as without anybody looking', () => {
    const lines = ['a word', 'panic: of no program', 'more words', 'goroutine of a poem', 'the end'];
    const without = readLines(lines, {});
    const watched = readLines(lines);
    expect(watched.events).toEqual([]);
    expect(watched.rejected).toEqual(without.rejected);
  });

  it('gives every record one fate, in any mixture', () => {
    const part = fc.constantFrom(
      ...dumpLines,
      'noise',
      timeOf(1),
      '{"log":"x","stream":"stderr"}',
      docker(['goroutine 1 [running]:'])[0] ?? '',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (lines) => {
        const { events, rejected } = readLines(lines);
        const lineEvents = events.filter(({ kind }) => kind !== 'crash').length;
        const taken = [
          ...crashes(events).map(({ crash }) => crash.lines),
          ...rejected.map(({ at }) => ({ first: at.line, last: at.line })),
        ];
        // A crash without a time is one rejected record for all its lines.
        const untimed = rejected.some(
          ({ code, reason }) => code === 'FL_RECORD_TIME' && reason.startsWith('A Go crash'),
        );
        for (let line = 1; line <= lines.length; line++) {
          const covered = taken.some(({ first, last }) => first <= line && line <= last);
          const isEvent = lineEvents > 0 && (lines[line - 1] ?? '').includes('"time"');
          expect(covered || isEvent || untimed).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a source that asks for crashes only', () => {
  it('takes the dump and rejects all else', () => {
    const access =
      '{"@timestamp":"2026-03-08T09:00:00Z","event":{"category":["web"]},"service":{"name":"s"}}';
    const { events, rejected } = readLines([access, ...docker(dumpLines)], {
      sha256: testSha256,
      forcedKind: 'crash',
    });
    expect(events.map(({ kind }) => kind)).toEqual(['crash']);
    expect(rejected.map(({ at }) => at.line)).toEqual([1]);
  });
});
