/** 64 hex digits that depend on every character: eight FNV-1a hashes with different seeds. For tests only, no cryptography. */
export function fakeSha256(data: string | Uint8Array): string {
  let digest = '';
  for (let part = 0; part < 8; part++) {
    let hash = 0x811c9dc5 ^ Math.imul(part + 1, 0x9e3779b1);
    for (let i = 0; i < data.length; i++) {
      const unit = typeof data === 'string' ? data.charCodeAt(i) : data[i]!;
      hash = Math.imul(hash ^ unit, 0x01000193);
      hash ^= hash >>> 15;
    }
    digest += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return digest;
}
