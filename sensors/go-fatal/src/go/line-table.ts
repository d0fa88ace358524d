import type { ElfFile } from '../elf/elf-file.js';
import { unsupportedBinary } from '../elf/unsupported-binary.js';
import { wordAt } from '../elf/word.js';

/**
 * The table from program counters to functions and lines that the runtime itself uses and that strip leaves in place (`runtime.pcHeader`,
 * runtime/symtab.go). Each part is a view of one buffer.
 */
export interface LineTable {
  readonly address: number;
  readonly functionCount: number;
  /** Bytes of `runtime._func` in front of its lists: 1.20 added the line on which a function starts. */
  readonly functionBytes: 40 | 44;
  readonly nameOffset: number;
  readonly names: Buffer;
  readonly units: Buffer;
  readonly files: Buffer;
  readonly values: Buffer;
  readonly functions: Buffer;
}

const forms: ReadonlyMap<number, 40 | 44> = new Map([
  [0xfffffff0, 40], // 1.18, 1.19
  [0xfffffff1, 44], // 1.20 and newer
]);
const headerBytes = 72;

/** FL_BINARY_UNSUPPORTED where it is missing, cut, or of another form. Keeps the whole table in memory: about a quarter of the program. */
export function readLineTable(elf: ElfFile): LineTable {
  const section = elf.sections.find(({ name }) => /^(?:\.data\.rel\.ro)?\.gopclntab$/.test(name));
  if (section === undefined) throw unsupportedBinary('it has no .gopclntab: not a Go program, or packed');
  const bytes = elf.source.read(section.fileOffset, section.size);
  const functionBytes = bytes.length < headerBytes ? undefined : forms.get(bytes.readUInt32LE(0));
  if (functionBytes === undefined || bytes[6] !== 1 || bytes[7] !== 8) {
    throw unsupportedBinary('its .gopclntab is of a form that the sensor does not know');
  }
  const part = (at: number): Buffer => bytes.subarray(Math.min(wordAt(bytes, at), bytes.length));
  const functions = part(64);
  const functionCount = wordAt(bytes, 8);
  // An entry takes eight bytes, so a count beyond this points outside.
  if (functionCount > functions.length / 8) throw unsupportedBinary(`it claims ${functionCount} functions`);
  return {
    address: section.address,
    functionCount,
    functionBytes,
    nameOffset: wordAt(bytes, 32),
    names: part(32),
    units: part(40),
    files: part(48),
    values: part(56),
    functions,
  };
}
