import { describe, expect, test } from 'vitest';
import type { FatalDump } from '../dump.js';
import { readCrashes } from './read-crashes.js';
import { fixtures } from './testing/fixtures.js';
import { shortForm } from './testing/short-form.js';

const dump = fixtures['read@1.23.5'];
const lines = dump.trimEnd().split('\n');
const whole = readCrashes(dump).map(shortForm);

function fatals(text: string): readonly FatalDump[] {
  return readCrashes(text).filter((found) => found.form === 'fatal');
}

const accessLog = [
  '10.0.0.7 - - [26/Nov/2026:01:00:00 +0000] "GET /api/v1/x?y=1 HTTP/1.1" 200 512 "-" "curl/8.0 (x)"',
  '2026/11/26 01:00:00 http: proxy error: context canceled',
  '{"level":"info","ts":1790000000.5,"caller":"api/server.go:12","msg":"request done","path":"/x"}',
  'time="2026-11-26T01:00:00Z" level=info msg="handled (0x12)" id=7',
  '[GIN] 2026/11/26 - 01:00:00 | 200 |  1.2ms | 10.0.0.1 | GET "/x"',
];

describe('what happens to a dump on its way', () => {
  test('lines of others in between do not change it', () => {
    const mixed = lines.flatMap((line, index) => [line, accessLog[index % accessLog.length] ?? '']);
    expect(readCrashes(mixed.join('\n')).map(shortForm)).toEqual(whole);
  });

  test('two services that write at once come apart', () => {
    const other = fixtures['generic-iterate@1.21.13'].trimEnd().split('\n');
    const mixed = lines.flatMap((line, index) => [`api-1  | ${line}`, `db-1   | ${other[index] ?? 'ready'}`]);
    const expected = [...whole, ...readCrashes(fixtures['generic-iterate@1.21.13']).map(shortForm)];
    expect(readCrashes(mixed.join('\n')).map(shortForm)).toEqual(expect.arrayContaining(expected));
    expect(new Set(readCrashes(mixed.join('\n')).map(({ source }) => source)).size).toBe(2);
  });

  test('a log with the newest line first is turned round', () => {
    const turned = readCrashes(lines.toReversed().join('\n'));
    expect(turned.map(shortForm)).toEqual(whole);
    expect(turned[0]?.losses).toContain('lines reversed');
  });

  test('a reversed report of the race detector is turned round too', () => {
    const forward = readCrashes(fixtures['race-and-fatal@1.26.8']).map(shortForm);
    const text = fixtures['race-and-fatal@1.26.8'].trimEnd().split('\n').reverse().join('\n');
    expect(readCrashes(text).map(shortForm)).toEqual(expect.arrayContaining(forward));
  });

  test('a live log line in the header does not hide the message', () => {
    const text = dump.replace('fatal error: ', 'fatal error: 2026/11/26 01:00:00 GET /x 200\n');
    expect(readCrashes(text).map(shortForm)).toEqual(whole);
  });

  test('two threads that write their message into each other give two messages', () => {
    const text = dump.replace(
      /^.*$/m,
      'fatal error: fatal error: concurrent map writes\nconcurrent map writes',
    );
    expect(fatals(text)[0]?.fatals.map(({ message }) => message)).toEqual([
      'concurrent map writes',
      'concurrent map writes',
    ]);
  });

  test('text before the message in its line shows in the column', () => {
    const [found] = fatals(`45 % done ${dump}`);
    expect(found?.fatals[0]).toMatchObject({ message: 'concurrent map read and map write' });
    expect(found?.fatals[0]?.column).toBeGreaterThan(1);
  });

  test('a wrapping of the first line only shows in the column', () => {
    const [found] = fatals(`2026-11-26T01:00:00Z ${dump}`);
    expect(found?.fatals[0]?.column).toBeGreaterThan(1);
    expect(found?.goroutines).toHaveLength(7);
  });

  test('without the message the frames are still read', () => {
    const [found] = fatals(lines.slice(2).join('\n'));
    expect(found?.losses).toContain('message lost');
    expect(found?.goroutines).toHaveLength(7);
  });

  test('the length argument of the thrower tells the lost message, unless it may be stale', () => {
    const system = fixtures['read@1.24.4-system'].split('\n').slice(2);
    expect(fatals(system.join('\n'))[0]?.messageByLength).toBe('concurrent map read and map write');
    const stale = system.join('\n').replace(', 0x21})', ', 0x21?})');
    expect(fatals(stale)[0]?.messageByLength).toBeNull();
  });

  test('lost file rows leave the functions in order', () => {
    const [found] = fatals(lines.filter((line) => !line.startsWith('\t')).join('\n'));
    expect(found?.losses).toContain('file rows lost');
    expect(found?.goroutines[0]?.frames).toEqual([
      { function: 'main.(*Store).Get', args: '...', file: null, line: null },
      { function: 'main.main.func3', args: '0x1', file: null, line: null },
    ]);
  });

  test('lost function rows leave the places in order', () => {
    const [found] = fatals(lines.filter((line) => !/^(main|sync|time)\./.test(line)).join('\n'));
    expect(found?.losses).toContain('function rows lost');
    expect(found?.goroutines[0]?.frames.map(({ line }) => line)).toEqual([15, 52]);
  });

  test('a function row and its file row that changed places still belong together', () => {
    const swapped = [...lines];
    [swapped[3], swapped[4]] = [swapped[4] ?? '', swapped[3] ?? ''];
    expect(readCrashes(swapped.join('\n')).map(shortForm)).toEqual(whole);
  });

  test('goroutines whose header is lost are kept apart', () => {
    const [found] = fatals(lines.filter((line) => !line.startsWith('goroutine 1 ')).join('\n'));
    expect(found?.goroutines).toHaveLength(7);
    expect(found?.goroutines[1]).toMatchObject({ id: -1, state: 'unknown' });
    expect(found?.losses).toContain('goroutine headers lost');
  });

  test('headers that are written twice count once', () => {
    const doubled = dump.replaceAll(/^goroutine .*$/gm, '$&\n$&');
    expect(readCrashes(doubled).map(shortForm)).toEqual(whole);
  });

  test('a cut end is told', () => {
    expect(fatals(lines.slice(0, 5).join('\n'))[0]?.losses).toContain('tail cut');
  });

  test('a report of the race detector that is cut behind its warning is still told', () => {
    const found = readCrashes('==================\nWARNING: DATA RACE\nRead at 0x00c0');
    expect(found).toEqual([expect.objectContaining({ form: 'race', accesses: [], losses: ['tail cut'] })]);
    expect(readCrashes('WARNING: DATA RACE\n')).toEqual([]);
  });

  test('colours that are cut by a partial record are still taken off', () => {
    const parts = lines.flatMap((line) => {
      const text = `\u001b[1;31m${line}\u001b[0m`;
      const stamp = '2026-11-26T01:00:00Z stderr';
      return [`${stamp} P ${text.slice(0, 4)}`, `${stamp} F ${text.slice(4)}`];
    });
    expect(readCrashes(parts.join('\n')).map(shortForm)).toEqual(whole);
  });

  test('a panic alone is told where it is the last word, or one that only the runtime has', () => {
    expect(fatals('panic: boom\n')).toHaveLength(1);
    expect(fatals('panic: boom\nnext\nand next\n')).toEqual([]);
    expect(fatals('panic: assignment to entry in nil map\nnext\nand next\n')).toHaveLength(1);
  });

  test('the exit status behind a dump is read', () => {
    expect(fatals(`${dump}exit status 2\n`)[0]?.exitCode).toBe(2);
    const unit = 'api.service: Main process exited, code=exited, status=2/INVALIDARGUMENT';
    expect(fatals(`${dump}${unit}\n`)[0]?.exitCode).toBe(2);
  });

  test('a process that starts again and dies again gives two dumps', () => {
    expect(fatals(`${dump}exit status 2\nstarting\n${dump}`)).toHaveLength(2);
    expect(fatals(dump + dump)).toHaveLength(2);
  });

  test('bodies that GOTRACEBACK=crash prints once more per thread are no double crash', () => {
    const again = lines.slice(2, 8).join('\n');
    const [found] = fatals(`${dump}\n-----\n\nSIGQUIT: quit\nPC=0x46c6a1 m=2 sigcode=0\n\n${again}\n`);
    expect(found?.goroutines).toHaveLength(7);
  });

  test('the value of a panic, however long, does not part it from a message in it', () => {
    const value = Array.from({ length: 2_000 }, (_, index) => `row ${index}`).join('\n');
    const [found, ...rest] = fatals(`panic: ${value}\n${dump}`);
    expect(rest).toEqual([]);
    expect(found?.panics).toHaveLength(1);
  });

  test('a dump in a wrapping of its own within a panic has the panic before it', () => {
    const wrapped = lines.map((line) => `2026-11-26T01:00:00Z ${line}`).join('\n');
    const found = fatals(
      `panic: x\n${wrapped}\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:1 +0x1\n`,
    );
    expect(
      found.filter(({ panics, fatals: messages }) => messages.length > 0 && panics.length === 0),
    ).toEqual([]);
  });
});
