import { describe, expect, test } from 'vitest';
import type { Crash } from '@faultline/model';
import { recordedDumps } from '../fuse/testing/recorded-dumps.data.js';
import { describeCrash } from './describe-crash.js';
import { patchHint } from './patch-hint.js';
import { digest } from './testing/dumps.js';
import { toCrashDocument } from './to-crash-document.js';

function crashOf(program: string, run: string): Crash {
  const [crash] = toCrashDocument(recordedDumps[program]?.[run] ?? '', { sha256: digest }).crashes;
  if (crash === undefined) throw new RangeError(`no crash in ${program} ${run}`);
  return crash;
}
const summary = (program: string, run: string): string | undefined =>
  patchHint(crashOf(program, run))?.summary;

describe('what to change', () => {
  test('follows from what died and how', () => {
    expect(summary('getset', '1.26.8.1')).toContain('RLock around the read');
    expect(summary('rangem', '1.26.8.1')).toContain('whole loop');
    expect(summary('clone', '1.26.8.1')).toContain('cloned');
    expect(summary('jsonm', '1.26.8.1')).toContain('copy of the map');
    expect(summary('httph', '1.26.8.1')).toContain('its own header');
    expect(summary('deep', '1.26.8.1')).toContain('one lock around every write');
  });

  test('source facts say more than frames', () => {
    const crash = crashOf('rlock', '1.26.8.1');
    expect(patchHint(crash, { crashing: 'read-lock' })?.summary).toBe(
      'take Lock instead of RLock around the write',
    );
    expect(patchHint(crash, { locksDiffer: true })?.summary).toContain('one and the same lock');
  });

  test('a reader that holds a read lock does everything right', () => {
    expect(patchHint(crashOf('getset', '1.26.8.1'), { crashing: 'read-lock' })?.summary).not.toContain(
      'instead of RLock',
    );
  });

  test('a deadlock gets no advice about maps, and a nil map needs no lock', () => {
    const crash = crashOf('getset', '1.26.8.1');
    expect(patchHint({ ...crash, kind: 'deadlock', message: null })).toBeNull();
    expect(
      patchHint({ ...crash, kind: 'panic', message: 'assignment to entry in nil map' })?.summary,
    ).toContain('make the map');
  });
});

describe('the text for a terminal', () => {
  test('says what died, where, who the other party is and how sure, what is open, and what to do', () => {
    const text = describeCrash(crashOf('getset', '1.23.5.1'));
    expect(text).toContain('A Go program died: one goroutine read a map while another wrote to it');
    expect(text).toContain(
      'Where      main.(*Cache).Get (/srv/crashes/getset/main.go:11), goroutine 17, the reader',
    );
    expect(text).toMatch(
      /Other party \(likely\)\n {2}main\.\(\*Cache\)\.Put \(\/srv\/crashes\/getset\/main\.go:\d+\), goroutine 18: /,
    );
    expect(text).toContain('What this dump cannot tell');
    expect(text).toContain('What to do: take RLock around the read and Lock around the write');
    expect(text).not.toContain('NOT CONFIRMED');
  });

  test('says that a default dump of 1.26 tells of no other party', () => {
    expect(describeCrash(crashOf('getset', '1.26.8.1'))).toContain(
      'Other party: cannot be told from this dump',
    );
  });

  test('lets no control character through to the terminal', () => {
    const crash = crashOf('getset', '1.26.8.1');
    const text = describeCrash({
      ...crash,
      message: 'x\u001b[2Jy\u202ez',
      confirmed: false,
      unconfirmedReason: 'the message is lost',
    });
    expect(text).toContain('x?[2Jy?z');
    expect(text).toContain('NOT CONFIRMED: the message is lost');
  });
});
