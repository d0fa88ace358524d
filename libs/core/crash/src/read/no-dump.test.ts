import { describe, expect, test } from 'vitest';
import { readCrashes } from './read-crashes.js';

describe('what is no Go dump', () => {
  test.each([
    ['nothing', ''],
    ['blank lines', '\n\n\n'],
    [
      'a stack of Java',
      'Exception in thread "main" java.lang.IllegalStateException: boom\n\tat com.example.Foo.bar(Foo.java:12)\n\tat com.example.Main.main(Main.java:3)\n',
    ],
    [
      'a stack of Python',
      'Traceback (most recent call last):\n  File "x.py", line 3, in <module>\n    main()\nRuntimeError: dictionary changed size during iteration\n',
    ],
    [
      'a panic of Rust',
      "thread 'main' panicked at src/main.rs:2:5:\nboom\nstack backtrace:\n   0: rust_begin_unwind\n             at /rustc/abc/library/std/src/panicking.rs:645:5\n",
    ],
    [
      'an error of Node',
      'Error: boom\n    at main (/srv/app/index.js:12:3)\n    at Object.<anonymous> (/srv/app/index.js:1:1)\n',
    ],
    [
      'prose',
      'We saw a fatal error: concurrent map writes yesterday.\nThe goroutine 7 [running] was the writer.\nfatal error: concurrent map writes is what Go prints, and then it exits.\n',
    ],
    [
      'source code',
      'func fatal(s string)\nif h.flags&hashWriting != 0 {\n\tfatal("concurrent map writes")\n}\nconst text = "fatal error: concurrent map writes"\n',
    ],
    [
      'a failed test',
      '--- FAIL: TestSet (0.00s)\n    set_test.go:12: got 1, want 2\nFAIL\nexit status 1\nFAIL\texample.com/x\t0.012s\n',
    ],
    [
      'a compiler',
      "fatal error: 'stdio.h' file not found\nfatal error: too many errors emitted, stopping now\n",
    ],
    ['rules of a document', '==================\nTitle\n==================\n'],
    [
      'a log of its own words',
      '2026/11/26 01:00:00 panic: at the disco\n2026/11/26 01:00:01 next song\n2026/11/26 01:00:02 and another\n',
    ],
  ])('%s', (_name, text) => {
    expect(readCrashes(text)).toEqual([]);
  });
});
