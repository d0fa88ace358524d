import { describe, expect, test } from 'vitest';
import type { Crash } from '@faultline/model';
import { digest } from '../judge/testing/dumps.js';
import { toCrashDocument } from '../judge/to-crash-document.js';
import { fuse, type CrashIssue, type DatedCrash } from './fuse.js';
import { recordedDumps } from './testing/recorded-dumps.data.js';

const crashesOf = (program: string): readonly Crash[] =>
  Object.values(recordedDumps[program] ?? {}).flatMap(
    (text) => toCrashDocument(text, { sha256: digest }).crashes,
  );
const dated = (crashes: readonly Crash[]): readonly DatedCrash[] =>
  crashes.map((crash) => ({ crash, atUs: null }));
const issuesOf = (...programs: readonly string[]): readonly CrashIssue[] =>
  fuse(dated(programs.flatMap(crashesOf)));

/** Who died, and who wrote; any of the given functions is right. */
const truths: readonly (readonly [string, string, readonly string[]])[] = [
  ['rlock', 'main.(*Store).Set', ['main.(*Store).Set']],
  ['getset', 'main.(*Cache).Get', ['main.(*Cache).Put']],
  ['jsonm', 'main.(*State).dump', ['main.main.func1']],
  ['rangem', 'main.start.func1', ['main.start.func2']],
  ['generic', 'main.(*Index[...]).Get', ['main.(*Index[...]).Set']],
  ['reflectm', 'main.set', ['main.set']],
  ['cleard', 'main.(*Reg).', ['main.(*Reg).loop', 'main.(*Reg).Drop']],
  ['deferf', 'main.clean', ['main.clean']],
  ['clone', 'main.snapshot', ['main.w']],
  ['fmtm', 'main.conf.String', ['main.conf.add', 'main.main.func1']],
  ['deep', 'main.walk', ['main.walk']],
];

describe('partial crashes of one bug', () => {
  test.each(truths)(
    '%s: one issue over releases and settings, with the planted pair first',
    (program, died, writers) => {
      const issues = issuesOf(program);
      expect(issues).toHaveLength(1);
      expect(issues[0]?.crashes).toBe(crashesOf(program).length);
      const [pair] = issues[0]?.pair ?? [];
      expect(pair?.crashing.function).toContain(died);
      expect(writers).toContain(pair?.peer.function);
    },
  );

  test('a handler behind the standard library is one issue, and default dumps of 1.26 show no pair', () => {
    expect(issuesOf('httph')).toMatchObject([{ crashes: 2, kind: 'map_write_write', pair: [] }]);
  });

  test('reports of the race detector join the crashes', () => {
    const kinds = new Set(crashesOf('getset').map(({ kind }) => kind));
    expect(kinds).toContain('race_report_and_fatal');
    expect(issuesOf('getset')[0]?.pair[0]?.certainty).toBe('certain');
  });
});

describe('two bugs', () => {
  test('that share a helper, in one program, stay apart', () => {
    expect(issuesOf('helper')).toHaveLength(2);
  });

  test('of different programs never merge, in whatever order they come', () => {
    const programs = truths.map(([program]) => program);
    const crashes = dated(programs.flatMap(crashesOf));
    const issues = fuse(crashes);
    expect(issues).toHaveLength(programs.length);
    expect(fuse(crashes.toReversed())).toEqual(issues);
  });

  test('are not joined by one writer that raced with readers of two types', () => {
    const report = (reader: string): readonly Crash[] =>
      toCrashDocument(
        (recordedDumps['getset']?.['1.26.8.race'] ?? '').replaceAll('main.(*Cache).Get', reader),
        { sha256: digest },
      ).crashes;
    const issues = fuse(dated([...report('main.(*Users).Find'), ...report('main.(*Rooms).Find')]));
    expect(issues).toHaveLength(2);
  });

  test('without any stack stay alone', () => {
    const text = 'fatal error: concurrent map writes\n';
    const crashes = [text, text].flatMap((one) => toCrashDocument(one, { sha256: digest }).crashes);
    expect(fuse(dated(crashes))).toHaveLength(2);
  });
});

describe('an issue', () => {
  const [first, second] = crashesOf('getset');
  if (first === undefined || second === undefined) throw new RangeError('no recorded dumps');

  test('has the times that the caller knows', () => {
    const crashes = [
      { crash: first, atUs: 90 },
      { crash: second, atUs: null },
      { crash: { ...first }, atUs: 40 },
    ];
    expect(fuse(crashes)).toMatchObject([{ crashes: 3, firstAtUs: 40, lastAtUs: 90 }]);
    expect(fuse([{ crash: second, atUs: null }])).toMatchObject([{ firstAtUs: null, lastAtUs: null }]);
  });

  test('takes no party from somebody’s text where a confirmed dump names one', () => {
    const candidates = [
      {
        goroutine: 9,
        role: 'writer' as const,
        function: 'main.innocent',
        file: null,
        line: null,
        why: 'made up',
      },
    ];
    const forged: Crash = { ...first, confirmed: false, peer: { certainty: 'certain', candidates } };
    const [issue] = fuse(dated([first, forged, { ...forged }]));
    expect(issue).toMatchObject({ confirmed: true, crashes: 3 });
    expect(issue?.pair.map(({ peer }) => peer.function)).toEqual(['main.(*Cache).Put']);
    expect(fuse(dated([forged]))).toMatchObject([{ confirmed: false }]);
  });

  test('places a goroutine where another crash of the issue died writing', () => {
    const dump = (message: string, peer: string): string => `fatal error: ${message}

goroutine 5 [running]:
internal/runtime/maps.fatal({0x49?, 0x0?})
\t/usr/local/go/src/runtime/panic.go:1058 +0x18
main.(*Sessions).touch(0x0?, 0x0?)
\t/srv/crashes/sessions/main.go:24 +0x25
created by main.main in goroutine 1
\t/srv/crashes/sessions/main.go:34 +0x6b
${peer}`;
    const peer = `
goroutine 6 [runnable]:
main.(*Sessions).user(0x0?, 0x0?)
\t/srv/crashes/sessions/main.go:13 +0x25
main.(*Sessions).touch(0x0?, 0x0?)
\t/srv/crashes/sessions/main.go:23 +0x25
created by main.main in goroutine 1
\t/srv/crashes/sessions/main.go:34 +0x6b
`;
    const read = dump('concurrent map read and map write', peer);
    const wrote = dump('concurrent map writes', '');
    const first = (...texts: readonly string[]): string | undefined =>
      fuse(dated(texts.flatMap((text) => toCrashDocument(text, { sha256: digest }).crashes)))[0]?.pair[0]
        ?.peer.function;
    expect(first(read)).toBe('main.(*Sessions).user');
    expect(first(read, wrote)).toBe('main.(*Sessions).touch');
  });

  test('reads from other dumps where a goroutine was whose stack is missing in this one', () => {
    const unread = 'goroutine running on other thread; stack unavailable';
    const text = `fatal error: concurrent map read and map write

goroutine 5 [running]:
main.(*Cache).Get(0x0?, 0x0?)
\t/srv/crashes/getset/main.go:11 +0x25
created by main.main in goroutine 1
\t/srv/crashes/getset/main.go:34 +0x6b

goroutine 1 [select (no cases)]:
main.main()
\t/srv/crashes/getset/main.go:36 +0x9d

goroutine 6 [running]:
\t${unread}
created by main.main in goroutine 1
\t/srv/crashes/getset/main.go:35 +0x98
`;
    const [partial] = toCrashDocument(text, { sha256: digest }).crashes;
    expect(partial?.peer.candidates[0]?.function).toBe('main.main');
    const pairs = fuse(dated([partial ?? first, partial ?? first, second]))[0]?.pair ?? [];
    expect(pairs.map(({ peer }) => peer.function)).toEqual(['main.(*Cache).Put']);
  });
});
