/** Headers of an ELF file for amd64 without anything behind them; the fields are those that a hostile file would lie in. */
export function elfHeader(fields: {
  readonly machine?: number;
  readonly segments?: number;
  readonly sections?: number;
  readonly sectionOffset?: bigint;
}): Buffer {
  const header = Buffer.alloc(64);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  header.writeUInt16LE(fields.machine ?? 62, 18);
  header.writeBigUInt64LE(64n, 32);
  header.writeBigUInt64LE(fields.sectionOffset ?? 64n, 40);
  header.writeUInt16LE(56, 54);
  header.writeUInt16LE(fields.segments ?? 0, 56);
  header.writeUInt16LE(64, 58);
  header.writeUInt16LE(fields.sections ?? 0, 60);
  return header;
}
