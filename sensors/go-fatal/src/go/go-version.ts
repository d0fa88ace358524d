import type { ElfFile } from '../elf/elf-file.js';
import { unsupportedBinary } from '../elf/unsupported-binary.js';
import { goLayouts, type GoLayout } from './go-layout.data.js';

export interface GoVersion {
  /** `1.26.8` */
  readonly text: string;
  readonly layout: GoLayout;
}

const magic = Buffer.from('\xff Go buildinf:', 'latin1');
const inlineText = 2;
const headerBytes = 32;
const versionMax = 256;

/**
 * The release that built the program, from `.go.buildinfo` (cmd/go `go version`, debug/buildinfo), which strip leaves in place. FL_BINARY_UNSUPPORTED
 * where there is none, or of a release whose structures are not known here.
 */
export function readGoVersion(elf: ElfFile): GoVersion {
  const text = versionText(elf);
  const minor = /^go1\.(\d{1,3})(?:[.\- rb]|$)/.exec(text)?.[1];
  const layout = minor === undefined ? undefined : goLayouts.get(Number(minor));
  if (layout === undefined) {
    throw unsupportedBinary(
      `built by ${JSON.stringify(text)}; the sensor knows go1.${Math.min(...goLayouts.keys())} to go1.${Math.max(...goLayouts.keys())}`,
    );
  }
  return { text: text.slice(2).split(' ')[0] ?? '', layout };
}

function versionText(elf: ElfFile): string {
  const section = elf.sections.find(({ name }) => name === '.go.buildinfo');
  if (section === undefined) {
    throw unsupportedBinary('it has no .go.buildinfo: not a Go program, packed, or without section headers');
  }
  const bytes = elf.source.read(section.fileOffset, Math.min(section.size, headerBytes + versionMax + 2));
  const isInline = ((bytes[15] ?? 0) & inlineText) !== 0;
  if (!bytes.subarray(0, magic.length).equals(magic) || !isInline) {
    throw unsupportedBinary('its .go.buildinfo has another form: Go 1.17 or older, or no Go program');
  }
  return inlineString(bytes);
}

/** A length of one or two bytes, as encoding/binary.Uvarint, and the text. */
function inlineString(bytes: Buffer): string {
  const low = bytes[headerBytes] ?? 0;
  const isLong = (low & 0x80) !== 0;
  const length = isLong ? (low & 0x7f) | ((bytes[headerBytes + 1] ?? 0) << 7) : low;
  const start = headerBytes + (isLong ? 2 : 1);
  return bytes.toString('utf8', start, start + Math.min(length, versionMax));
}
