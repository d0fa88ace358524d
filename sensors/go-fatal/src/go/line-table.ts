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
// Of amd64: the smallest instruction, and a pointer.
const instructionBytes = 1;
const pointerBytes = 8;

/** FL_BINARY_UNSUPPORTED where it is missing, cut, or of another form. Keeps the whole table in memory: about a quarter of the program. */
export function readLineTable(elf: ElfFile): LineTable {
  const section = elf.sections.find(({ name }) => /^(?:\.data\.rel\.ro)?\.gopclntab$/.test(name));
  const merged = elf.sections.find(({ name }) => name === '.data.rel.ro');
  if (section !== undefined) {
    return readTable(elf.source.read(section.fileOffset, section.size), section.address);
  }
  if (merged === undefined) throw unsupportedBinary('it has no .gopclntab: not a Go program, or packed');
  const bytes = elf.source.read(merged.fileOffset, merged.size);
  const start = findHeader(bytes);
  if (start === null) throw unsupportedBinary('it has no line table of Go: not a Go program, or packed');
  return readTable(bytes.subarray(start), merged.address + start);
}

/** Up to 1.25 the system's linker put the table of a position independent program into one section with other data. */
function findHeader(bytes: Buffer): number | null {
  for (const magic of forms.keys()) {
    const header = Buffer.from([0, 0, 0, 0, 0, 0, instructionBytes, pointerBytes]);
    header.writeUInt32LE(magic);
    for (let at = bytes.indexOf(header); at >= 0; at = bytes.indexOf(header, at + 1)) {
      if (at % 8 === 0) return at;
    }
  }
  return null;
}

function readTable(bytes: Buffer, address: number): LineTable {
  const functionBytes = bytes.length < headerBytes ? undefined : forms.get(bytes.readUInt32LE(0));
  if (functionBytes === undefined || bytes[6] !== instructionBytes || bytes[7] !== pointerBytes) {
    throw unsupportedBinary('its .gopclntab is of a form that the sensor does not know');
  }
  const part = (at: number): Buffer => bytes.subarray(Math.min(wordAt(bytes, at), bytes.length));
  const functions = part(64);
  const functionCount = wordAt(bytes, 8);
  // An entry takes eight bytes, so a count beyond this points outside.
  if (functionCount > functions.length / 8) throw unsupportedBinary(`it claims ${functionCount} functions`);
  return {
    address,
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
