interface End {
  readonly kind: string;
  readonly key: string;
}

/** One line of `faultline.link/1`. */
export function linkLine(from: End, to: End, atUs: number, kind = 'flow'): string {
  return JSON.stringify({ schema: 'faultline.link/1', from, to, atUs, kind });
}

const start = 1_750_000_000_000_000;

/** host:a → host:b → host:c, a second apart. */
export const chain = [
  linkLine({ kind: 'host', key: 'a' }, { kind: 'host', key: 'b' }, start),
  linkLine({ kind: 'host', key: 'b' }, { kind: 'host', key: 'c' }, start + 1_000_000),
];

/** Many different records. */
export function manyLines(count: number): string {
  return Array.from({ length: count }, (_, n) =>
    linkLine({ kind: 'user', key: `u${n}` }, { kind: 'service', key: 'shop' }, start + n),
  ).join('\n');
}
