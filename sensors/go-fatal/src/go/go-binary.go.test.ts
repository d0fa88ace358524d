import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf } from '../elf/byte-source.js';
import { buildRaceProgram, lines, type BuiltProgram } from '../testing/race-program.js';
import { functionsNamed, sourceLine } from './function-table.js';
import { readGoBinary, type GoBinary } from './go-binary.js';
import { placesOf } from './places-of.js';

const ways = {
  plain: [],
  stripped: ['-ldflags=-s -w'],
  'position independent': ['-buildmode=pie'],
  'without paths': ['-trimpath'],
} as const;

/** Other toolchains, `FAULTLINE_GO_TOOLCHAINS="go1.19.13 go1.23.5"`; always the machine's own. */
const toolchains = ['local', ...(process.env['FAULTLINE_GO_TOOLCHAINS'] ?? '').split(' ').filter(Boolean)];

let programs: readonly (readonly [string, BuiltProgram])[] = [];
beforeAll(() => {
  programs = toolchains.flatMap((toolchain) =>
    Object.entries(ways).map(([way, flags]) => [way, buildRaceProgram(flags, toolchain)] as const),
  );
}, 600_000);
afterAll(() => {
  for (const [, program] of programs) program.remove();
});

const read = (program: BuiltProgram): GoBinary => readGoBinary(bytesOf(readFileSync(program.path)));
const readAll = (): readonly GoBinary[] => programs.map(([, program]) => read(program));

describe('a real program, stripped or not, at fixed addresses or not', () => {
  test('is known by its release', () => {
    const release = execFileSync('go', ['env', 'GOVERSION'], {
      env: { ...process.env, GOTOOLCHAIN: 'local' },
    });
    expect(`go${read(programs[0]?.[1] ?? fail()).version.text}`).toBe(
      release.toString().trim().split(' ')[0],
    );
  });

  test('has its functions where the symbols say', () => {
    const [, plain] = programs.find(([way]) => way === 'plain') ?? [];
    const binary = read(plain ?? fail());
    const symbols = execFileSync('go', ['tool', 'nm', plain?.path ?? ''], { encoding: 'utf8' });
    const address = /^\s*([0-9a-f]+) T runtime\.fatal$/m.exec(symbols)?.[1] ?? '';
    expect(binary.probe).toMatchObject({ function: 'runtime.fatal', address: parseInt(address, 16) });
  });

  test('tells the file and the line at which a function begins', () => {
    for (const binary of readAll()) {
      const [main] = functionsNamed(binary.lines, 'main.(*stock).reserve');
      const start = sourceLine(binary.lines, main ?? fail(), main?.entry ?? -1);
      expect(start).toMatchObject({ line: lines.write, file: expect.stringMatching(/main\.go$/) });
    }
  });

  test('tells which function was put into its caller, and where', () => {
    for (const binary of readAll()) {
      expect(inlinedInMain(binary)).toContainEqual([
        ['main.(*stock).count', lines.read, true],
        ['main.main', lines.readCall, false],
      ]);
    }
  });

  test('has nothing before and behind its text', () => {
    for (const binary of readAll()) {
      expect(placesOf(binary, binary.module.textStart - 1)).toEqual([]);
      expect(placesOf(binary, binary.module.textEnd)).toEqual([]);
    }
  });
});

/** Every place within main.main that shows an inlined call. */
function inlinedInMain(binary: GoBinary): readonly unknown[] {
  const [main] = functionsNamed(binary.lines, 'main.main');
  const start = binary.module.textStart + (main?.entry ?? 0);
  return Array.from({ length: 400 }, (_, offset) => placesOf(binary, start + offset))
    .filter((places) => places.length > 1)
    .map((places) => places.map(({ function: name, line, inlined }) => [name, line, inlined]));
}

test('the positions within a goroutine are those of the debug information', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dwarf-'));
  writeFileSync(join(folder, 'main.go'), dwarfReader);
  const plain = programs.filter(([way]) => way === 'plain');
  for (const [, program] of plain) {
    const { goid, parentGoid, gopc } = read(program).version.layout;
    const positions = execFileSync('go', ['run', join(folder, 'main.go'), program.path], {
      encoding: 'utf8',
    });
    expect(positions).toBe(
      `goid=${goid} ${parentGoid === null ? '' : `parentGoid=${parentGoid} `}gopc=${gopc} `,
    );
  }
  rmSync(folder, { recursive: true });
}, 120_000);

describe('a damaged program', () => {
  const outcome = (bytes: Buffer): string => {
    try {
      const binary = readGoBinary(bytesOf(bytes));
      placesOf(binary, binary.probe.address);
      return 'read';
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
  };
  const stripped = (): Buffer => readFileSync(programs.find(([way]) => way === 'stripped')?.[1].path ?? '');

  test('is refused wherever it is cut', () => {
    const whole = stripped();
    const data = readGoBinary(bytesOf(whole)).elf.sections.find(({ name }) => name === '.data');
    const needed = (data?.fileOffset ?? 0) + (data?.size ?? 0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: needed - 1 }), (length) => {
        expect(outcome(whole.subarray(0, length))).toBe('FL_BINARY_UNSUPPORTED');
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('is read or refused, whatever stands in its headers and tables', () => {
    const whole = stripped();
    const { elf } = readGoBinary(bytesOf(whole));
    const targets = ['.gopclntab', '.go.buildinfo', '.go.module', '.noptrdata'].flatMap((name) => {
      const section = elf.sections.find((each) => each.name === name);
      return section === undefined ? [] : [section.fileOffset];
    });
    const place = fc.tuple(fc.constantFrom(0, whole.readUInt32LE(40), ...targets), fc.nat(400));
    const damage = fc.tuple(place, fc.constantFrom(0, 1, 0x7f, 0xff), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        const bytes = Buffer.from(whole);
        for (const [[base, offset], value, length] of damages) {
          bytes.fill(value, base + offset, base + offset + length);
        }
        expect(outcome(bytes)).toMatch(/^(read|FL_BINARY_UNSUPPORTED)$/);
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});

function fail(): never {
  throw new Error('the program was not built');
}

const dwarfReader = `package main

import (
	"debug/dwarf"
	"debug/elf"
	"fmt"
	"os"
)

func main() {
	file, _ := elf.Open(os.Args[1])
	data, _ := file.DWARF()
	reader := data.Reader()
	for entry, _ := reader.Next(); entry != nil; entry, _ = reader.Next() {
		if entry.Tag != dwarf.TagStructType || entry.Val(dwarf.AttrName) != "runtime.g" {
			continue
		}
		of, _ := data.Type(entry.Offset)
		for _, field := range of.(*dwarf.StructType).Field {
			if field.Name == "goid" || field.Name == "parentGoid" || field.Name == "gopc" {
				fmt.Printf("%s=%d ", field.Name, field.ByteOffset)
			}
		}
	}
}
`;
