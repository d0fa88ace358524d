import { readElf, type ElfFile } from '../elf/elf-file.js';
import { fileOffsetOf } from '../elf/mapped-bytes.js';
import type { ByteSource } from '../elf/byte-source.js';
import { unsupportedBinary } from '../elf/unsupported-binary.js';
import { functionsNamed } from './function-table.js';
import { readGoVersion, type GoVersion } from './go-version.js';
import { readLineTable, type LineTable } from './line-table.js';
import { readModuleData, type ModuleData } from './module-data.js';

/** A Go program for amd64 Linux, as far as the sensor needs it. */
export interface GoBinary {
  readonly elf: ElfFile;
  readonly version: GoVersion;
  readonly lines: LineTable;
  readonly module: ModuleData;
  readonly probe: ProbePlace;
}

/** The first instruction of the function that ends the process. */
export interface ProbePlace {
  readonly function: string;
  readonly address: number;
  readonly fileOffset: number;
}

/**
 * Reads what is needed to watch a program: release, line table, module, and the place of the probe. It uses no symbol table, so a stripped
 * program is no other case. FL_BINARY_UNSUPPORTED says what is in the way. Cost: memory for the line table, one pass over data and functions.
 */
export function readGoBinary(source: ByteSource): GoBinary {
  const elf = readElf(source);
  const version = readGoVersion(elf);
  const lines = readLineTable(elf);
  const module = readModuleData(elf, lines, version.layout);
  return { elf, version, lines, module, probe: probePlace(elf, lines, module, version) };
}

function probePlace(elf: ElfFile, lines: LineTable, module: ModuleData, version: GoVersion): ProbePlace {
  const name = version.layout.fatalFunction;
  const [found, ...others] = functionsNamed(lines, name);
  if (found === undefined || others.length > 0) {
    throw unsupportedBinary(`it has ${others.length === 0 ? 'no' : 'several'} ${name}: a changed runtime`);
  }
  const address = module.textStart + found.entry;
  const fileOffset = fileOffsetOf(elf, address);
  if (fileOffset === null || elf.segments.every((s) => !s.executable || !isIn(address, s))) {
    throw unsupportedBinary(`${name} stands outside the code of the file`);
  }
  return { function: name, address, fileOffset };
}

function isIn(address: number, segment: { readonly address: number; readonly fileSize: number }): boolean {
  return address >= segment.address && address < segment.address + segment.fileSize;
}
