// @ts-check
// Ids of the module that signs beside the issuer: a plain counter with a fixed step, in one of three spellings.

/** @param {string} style @param {number} count @param {boolean} gaps @param {import('./random.mjs').Random} random @returns {string[]} ascending */
export function forgedIds(style, count, gaps, random) {
  const step = random.pick([1, 1, 2, 3, 7, 16]);
  const first = style === 'prefixed' ? random.int(1200, 88_000) : random.int(1_000_000_000, 8_900_000_000);
  const prefix = random.pick(['st-', 'AT', 'tk_', 'svc-']);
  const ids = [];
  for (let i = 0; ids.length < count; i++) {
    // A token that was minted and never used leaves a hole in what the consumers saw.
    if (gaps && random.chance(0.12)) continue;
    const value = first + i * step;
    ids.push(
      style === 'hex'
        ? value.toString(16).padStart(12, '0')
        : style === 'prefixed'
          ? `${prefix}${String(value).padStart(7, '0')}`
          : String(value),
    );
  }
  return ids;
}
