import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peelLayer } from './peel-line.js';

/** Lines as a program writes them: no control characters but the tab of a file row. */
const anyLine = fc
  .tuple(fc.constantFrom('', '\t'), fc.string({ unit: 'grapheme', maxLength: 60 }))
  .map(([lead, text]) => lead + text.replaceAll(/\p{C}/gu, ''));

const wrappings: readonly (readonly [string, (line: string) => string])[] = [
  [
    'Docker JSON',
    (line) => JSON.stringify({ log: `${line}\n`, stream: 'stderr', time: '2026-11-26T01:00:00.1Z' }),
  ],
  ['journald JSON', (line) => JSON.stringify({ __CURSOR: 's=1', _PID: '7', MESSAGE: line })],
  [
    'ECS',
    (line) =>
      JSON.stringify({ '@timestamp': '2026-11-26T01:00:00Z', message: line, service: { name: 'api' } }),
  ],
  ['a JSON logger', (line) => JSON.stringify({ level: 'error', ts: 1, msg: line })],
  ['a member of printed JSON', (line) => `    "message": ${JSON.stringify(line)},`],
  ['CRI', (line) => `2026-11-26T01:00:00.123456789Z stderr F ${line}`],
  ['journald short', (line) => `Nov 26 01:00:00 node-7 api[42]: ${line}`],
  ['journald short-iso', (line) => `2026-11-26T01:00:00+0000 node-7 api[42]: ${line}`],
  ['syslog RFC 3164', (line) => `<13>Nov 26 01:00:00 node-7 api: ${line.replaceAll('\t', '#011')}`],
  ['syslog RFC 5424', (line) => `<13>1 2026-11-26T01:00:00Z node-7 api 42 - - ${line}`],
  [
    'syslog RFC 5424 with data',
    (line) => `<13>1 2026-11-26T01:00:00Z n api 42 id [a b="\\"] "][c d="e"] ${line}`,
  ],
  ['Compose', (line) => `api-1     | ${line}`],
  ['Compose, first version', (line) => `api_1  | ${line}`],
  ['Swarm', (line) => `app_api.1.x7f3k@node-7    | ${line}`],
  ['kubectl', (line) => `[pod/api-7d9f8b-x2x8k/app] ${line}`],
  ['stern', (line) => `api-7d9c5b6f4-x2x8k app ${line}`],
  ['an ISO time', (line) => `2026-11-26T01:00:00.123+01:00 ${line}`],
  ['a time of Go', (line) => `2026/11/26 01:00:00.000001 ${line}`],
  ['a time in brackets', (line) => `[2026-11-26 01:00:00,123] ${line}`],
  ['a time of klog and a tab', (line) => `E1126 01:00:00.123456\t${line}`],
  ['seconds since 1970', (line) => `1790000000.123 ${line}`],
  ['logfmt', (line) => `time=2026-11-26T01:00:00Z level=error msg=${JSON.stringify(line)}`],
];

describe('each wrapping', () => {
  test.each(wrappings)('%s comes off and leaves the line', (_name, wrap) => {
    fc.assert(
      fc.property(anyLine, (line) => {
        // Escapes of syslog and text after a time that is a wrapping itself are not told apart from the line's own.
        fc.pre(!line.includes('#0') && !/^[|:-]|^ |^\s*$/.test(line));
        expect(peelLayer(wrap(line))?.text).toBe(line);
      }),
    );
  });

  test('journald writes a line with control characters as its bytes', () => {
    expect(peelLayer('{"_PID":"7","MESSAGE":[9,47,120]}')?.text).toBe('\t/x');
    expect(peelLayer('{"_PID":"7","MESSAGE":[9,470]}')).toBeNull();
  });

  test('says that a partial line goes on', () => {
    expect(peelLayer('2026-11-26T01:00:00Z stderr P goroutine')?.partial).toBe('yes');
    expect(peelLayer('{"log":"goroutine","stream":"stderr","time":"t"}')?.partial).toBe('perhaps');
    expect(peelLayer('{"log":"goroutine\\n","stream":"stderr","time":"t"}')?.partial).toBe('no');
  });

  test('names who wrote the line', () => {
    const sources = [
      'api-1  | x',
      'db-1   | x',
      '[pod/api/app] x',
      '{"log":"x\\n","stream":"stdout","time":"t"}',
      '{"log":"x\\n","stream":"stderr","time":"t"}',
      'Nov 26 01:00:00 node-7 api[42]: x',
      'Nov 26 01:00:00 node-7 api[43]: x',
    ].map((line) => peelLayer(line)?.source);
    expect(new Set(sources).size).toBe(sources.length);
  });

  test.each([
    'main.main()',
    'goroutine 7 [running]:',
    '[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x4a]',
    '\t/src/main.go:42 +0x1d',
    'created by main.start in goroutine 1',
    'panic: a | b',
    '{"unfinished": ',
    '{"numbers": [1, 2]}',
    'plain words',
  ])('leaves %j alone', (line) => {
    expect(peelLayer(line)).toBeNull();
  });
});
