import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Crash } from '@faultline/model';
import { recordedDumps } from '../fuse/testing/recorded-dumps.data.js';
import { digest } from './testing/dumps.js';
import { toCrashDocument } from './to-crash-document.js';

const judged = (text: string): readonly Crash[] => toCrashDocument(text, { sha256: digest }).crashes;
const identity = (crashes: readonly Crash[]): unknown =>
  crashes.map(({ kind, crashing, signature, confirmed }) => ({
    kind,
    confirmed,
    role: crashing?.role,
    function: crashing?.function,
    signature,
  }));

const texts = Object.entries(recordedDumps).flatMap(([program, runs]) =>
  Object.entries(runs).map(([run, text]) => ({ name: `${program} ${run}`, text })),
);
const anyText = fc.constantFrom(...texts);

/** A rebuild after an edit: the lines of the program move, those of the Go release do not. */
function moveLines(text: string, offset: number): string {
  return text.replace(
    /(\/srv\/crashes\/\w+\/main\.go:)(\d+)/g,
    (_, file: string, line: string) => `${file}${Number(line) + offset}`,
  );
}

/** Another run: other addresses, but equal ones stay equal. */
function moveAddresses(text: string, key: number): string {
  return text.replace(/0x[0-9a-f]{6,16}\b/g, (word) => `0x${(BigInt(word) ^ BigInt(key)).toString(16)}`);
}

describe('what a crash is does not depend on', () => {
  test('the lines of the program', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 5_000 }), ({ text }, offset) => {
        expect(identity(judged(moveLines(text, offset)))).toEqual(identity(judged(text)));
      }),
    );
  });

  test('addresses', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 0xfff }), ({ text }, key) => {
        // Whole pages move, so that no pointer becomes a small number and a report's accesses stay in their cell.
        expect(identity(judged(moveAddresses(text, key * 0x1000)))).toEqual(identity(judged(text)));
      }),
    );
  });

  test('where the program was built, and how paths are printed', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('/home/ann/src/', './', 'C:/Users/ann/', '/build/a b/'),
        ({ text }, folder) => {
          expect(identity(judged(text.replaceAll('/srv/crashes/', folder)))).toEqual(identity(judged(text)));
        },
      ),
    );
  });

  test('the release, the level of GOTRACEBACK, and the race detector: one signature for each bug', () => {
    // `helper` has two bugs and `cleard` one bug at two places, which only their fusion knows.
    const single = Object.keys(recordedDumps).filter(
      (program) => program !== 'helper' && program !== 'cleard',
    );
    const counts = single.map((program) => {
      const crashes = Object.values(recordedDumps[program] ?? {}).flatMap(judged);
      return [program, new Set(crashes.map(({ signature }) => signature)).size];
    });
    expect(counts).toEqual(single.map((program) => [program, 1]));
  });
});

test('every recorded dump is a confirmed crash of a map with the role of its message', () => {
  const roles = {
    map_write_write: 'writer',
    map_read_write: 'reader',
    map_iterate_write: 'iterator',
    map_clone_write: 'cloner',
    race_report_and_fatal: null,
  };
  const kinds = new Map<string, string | null>(Object.entries(roles));
  const odd = texts.filter(({ text }) => {
    const [crash, ...more] = judged(text);
    const role = kinds.get(crash?.kind ?? '');
    return more.length > 0 || crash?.confirmed !== true || (role !== null && role !== crash.crashing?.role);
  });
  expect(odd.map(({ name }) => name)).toEqual([]);
});

describe('hostile texts', () => {
  const rows = texts.flatMap(({ text }) => text.split('\n')).filter((_, at) => at % 37 === 0);
  const pieces = fc.oneof(
    fc.constantFrom(...rows),
    fc.constantFrom(
      '==================',
      'WARNING: DATA RACE',
      'panic: ',
      '\tfatal error: concurrent map writes',
      'goroutine 1 [running]:',
      'exit status 2',
      '',
    ),
    fc.string(),
  );

  test('never make it throw, and nothing that is put together of pieces names a certain party without being confirmed', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (lines) => {
        const crashes = judged(lines.join('\n'));
        expect(crashes.filter(({ confirmed, peer }) => !confirmed && peer.certainty === 'certain')).toEqual(
          [],
        );
      }),
    );
  });

  test('no cut of a real dump makes it another death, or anything certain', () => {
    fc.assert(
      fc.property(anyText, fc.double({ min: 0, max: 1, noNaN: true }), ({ text }, part) => {
        const whole = judged(text);
        const cut = judged(text.slice(0, Math.floor(text.length * part)));
        for (const crash of cut) {
          expect([
            ...whole.map(({ kind }) => kind),
            'race_report',
            'race_report_not_map',
            'panic',
            'other',
          ]).toContain(crash.kind);
          if (crash.peer.certainty === 'certain') expect(crash.confirmed).toBe(true);
        }
      }),
    );
  });
});
