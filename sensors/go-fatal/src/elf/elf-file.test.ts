import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elfHeader } from '../testing/elf-bytes.js';
import { bytesOf } from './byte-source.js';
import { readElf } from './elf-file.js';

const refusal = (bytes: Buffer): string => {
  try {
    readElf(bytesOf(bytes));
    return 'accepted';
  } catch (error) {
    return error instanceof Error && 'code' in error
      ? `${String(error.code)} ${error.message}`
      : String(error);
  }
};

describe('what is no program for amd64 is refused with a reason', () => {
  test('a script', () => {
    expect(refusal(Buffer.from(`#!/bin/sh\n${'exec stock\n'.repeat(10)}`))).toMatch(
      /^FL_BINARY_UNSUPPORTED .*no ELF program/,
    );
  });

  test('nothing at all, and less than a header', () => {
    expect(refusal(Buffer.alloc(0))).toMatch(/no ELF program/);
    expect(refusal(elfHeader({}).subarray(0, 63))).toMatch(/no ELF program/);
  });

  test('a program for arm64 (machine 183)', () => {
    expect(refusal(elfHeader({ machine: 183 }))).toMatch(/machine 183.*amd64/);
  });

  test('a program of 32 bits', () => {
    const header = elfHeader({});
    header[4] = 1;
    expect(refusal(header)).toMatch(/^FL_BINARY_UNSUPPORTED/);
  });
});

describe('what a hostile header claims costs nothing', () => {
  test('65,535 sections and segments', () => {
    expect(refusal(elfHeader({ sections: 65_535 }))).toMatch(/claims 65535 sections/);
    expect(refusal(elfHeader({ segments: 65_535 }))).toMatch(/claims 65535 segments/);
  });

  test('tables behind the end of the file, or beyond what a number holds', () => {
    expect(refusal(elfHeader({ sections: 4 }))).toMatch(/ends before/);
    expect(refusal(elfHeader({ sections: 4, sectionOffset: 1n << 63n }))).toMatch(/beyond 2\^53/);
  });

  test('any bytes behind the magic give a program without contents or a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 400 }), (tail) => {
        const bytes = Buffer.concat([elfHeader({}).subarray(0, 20), Buffer.from(tail)]);
        expect(refusal(bytes)).toMatch(/^(accepted|FL_BINARY_UNSUPPORTED )/);
      }),
    );
  });
});

test('a header without tables is a program with nothing in it', () => {
  expect(readElf(bytesOf(elfHeader({})))).toMatchObject({ sections: [], segments: [] });
});
