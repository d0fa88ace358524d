import { describe, expect, test } from 'vitest';
import type { Crash } from '@faultline/model';
import { toCrashDocument } from './to-crash-document.js';
import { digest } from './testing/dumps.js';

const judged = (text: string): readonly Crash[] => toCrashDocument(text, { sha256: digest }).crashes;

const swissBlock = `goroutine 7 [running]:
internal/runtime/maps.fatal({0x4b2e3a?, 0x0?})
\t/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Store).Set(0x1a2b3c4d5e6f, 0x4)
\t/srv/shop/store.go:10 +0x9d
main.worker(...)
\t/srv/shop/main.go:18
created by main.main in goroutine 1
\t/srv/shop/main.go:25 +0x67
`;
const hiddenBlock = swissBlock.split('\n').toSpliced(1, 2).join('\n');
const mainBlock = `goroutine 1 [select (no cases)]:
main.main()
\t/srv/shop/main.go:27 +0xb9
`;
const panicStack = `goroutine 1 [running]:
main.main()
\t/srv/shop/main.go:11 +0x65
exit status 2
`;
const genuine = `fatal error: concurrent map writes\n\n${swissBlock}`;
const genuineHidden = `fatal error: concurrent map writes\n\n${hiddenBlock}\n${mainBlock}`;
const report = `==================
WARNING: DATA RACE
Write at 0x00c000094060 by goroutine 8:
  runtime.mapassign_faststr()
      /usr/local/go/src/runtime/map_faststr.go:203 +0x0
  main.(*Store).Set()
      /srv/shop/store.go:10 +0x64

Previous write at 0x00c000094060 by goroutine 7:
  runtime.mapassign_faststr()
      /usr/local/go/src/runtime/map_faststr.go:203 +0x0
  main.(*Store).Set()
      /srv/shop/store.go:10 +0x64

Goroutine 8 (running) created at:
  main.main()
      /srv/shop/main.go:15 +0x85

Goroutine 7 (running) created at:
  main.main()
      /srv/shop/main.go:15 +0x85
==================
`;
const indented = (text: string): string => text.replaceAll('\n', '\n\t');

describe('what only the runtime prints is confirmed', () => {
  test.each([
    ['a dump of 1.26', genuine],
    ['a dump of 1.23, with all goroutines', genuineHidden],
    ['a report of the race detector', report],
    ['a dump with the exit code of the runtime', `${genuine}exit status 2\n`],
    [
      'a fatal error in a deferred function',
      `panic: boom\n\tfatal error: concurrent map writes\n\n${swissBlock.replace('main.worker(...)', 'panic({0x1, 0x2})')}`,
    ],
  ])('%s', (_, text) => {
    expect(judged(text).map(({ confirmed, unconfirmedReason }) => [confirmed, unconfirmedReason])).toEqual([
      [true, undefined],
    ]);
  });
});

describe('what somebody else can have written is not', () => {
  test.each([
    ['a panic with line breaks (1.22)', `panic: x\n${genuine}\n${panicStack}`],
    ['a panic with line breaks, which 1.23 indents', `panic: ${indented(`x\n${genuine}`)}\n\n${panicStack}`],
    [
      'a panic that imitates a deferred fatal error',
      `panic: x\n\t${genuine.replace('main.worker(...)', 'panic({0x1, 0x2})')}\n${panicStack}`,
    ],
    [
      'a panic that ends a process first, within its text',
      `panic: x\n\ngoroutine 1 [running]:\nmain.main()\n\t/a.go:1 +0x1\nexit status 2\n${genuine}\n${panicStack}`,
    ],
    ['a panic with goroutines in its text', `panic: x\n\n${hiddenBlock}\n${panicStack}`],
    ['a panic with a report in its text', `panic: ${report}\n\n${panicStack}`],
    ['the message alone', 'fatal error: concurrent map writes\n'],
    ['the message with an exit code', 'fatal error: concurrent map writes\nexit status 2\n'],
    [
      'a stack of 1.23 that lacks the other goroutines',
      `fatal error: concurrent map writes\n\n${hiddenBlock}`,
    ],
    [
      'a stack without the check that its release shows',
      `${genuineHidden}\n${swissBlock.replace('goroutine 7 [running]', 'goroutine 9 [runnable]')}`,
    ],
    ['a check in a file where it is not', genuine.replace('runtime/panic.go', 'shop/panic.go')],
    [
      'a check that nobody called',
      'fatal error: concurrent map writes\n\ngoroutine 7 [running]:\ninternal/runtime/maps.fatal({0x4b?, 0x0?})\n\t/usr/local/go/src/runtime/panic.go:1181 +0x18\n',
    ],
    ['a method without its receiver', genuine.replace('(0x1a2b3c4d5e6f, 0x4)', '()')],
    ['a goroutine that nothing created', genuine.split('\n').toSpliced(8, 2).join('\n')],
    ['a goroutine that does not run', genuine.replace('[running]', '[chan receive]')],
    ['one goroutine too many that runs', `${genuine}\n${panicStack}`],
    ['another exit code', `${genuine}exit status 1\n`],
    [
      'a value in a log line, which goes on behind it',
      `2026/11/26 login failed user=ann\n${genuine} from=192.0.2.7\n`,
    ],
    [
      'a report of two reads',
      report.replaceAll('rite at', 'ead at').replace('Wead', 'Read').replace('Pread', 'r'),
    ],
    ['a report about different memory', report.replace('write at 0x00c000094060', 'write at 0x00c000099060')],
    ['a report about one goroutine', report.replaceAll('goroutine 7', 'goroutine 8')],
  ])('%s', (_, text) => {
    expect(judged(text).filter(({ confirmed }) => confirmed)).toEqual([]);
    expect(judged(text).filter(({ peer }) => peer.certainty === 'certain')).toEqual([]);
  });

  test('says why', () => {
    expect(judged(`${genuine}exit status 1\n`)[0]?.unconfirmedReason).toBe(
      'the process ended with exit code 1, but the runtime exits with 2',
    );
  });

  test('a message in the middle of a log line is no crash that anyone may rely on', () => {
    const line = '2026/11/26 msg="fatal error: concurrent map writes" user=ann\n';
    expect(judged(line).filter(({ confirmed }) => confirmed)).toEqual([]);
  });

  test('text in labels stays in the labels', () => {
    const labelled = genuine.replace(
      '[running]',
      '[running labels:{"k": "goroutine 9 [running]:\\nmain.fake()"}]',
    );
    expect(judged(labelled).map(({ crashing }) => crashing?.function)).toEqual(['main.(*Store).Set']);
  });
});

test('a process that died twice, one dump behind the other, is two confirmed crashes', () => {
  expect(
    judged(`${genuine}exit status 2\n2026/11/26 starting\n${genuine}`).map(({ confirmed }) => confirmed),
  ).toEqual([true, true]);
});
