import { createHash } from 'node:crypto';

/** Neo4j takes keys of about 8 kB into an index. Ids of ours are some forty characters, but a kind of any length may be part of one. */
const SHORT_ID_MAX = 200;
/** Hex digits of a hash that fit into 52 bits, and so exactly into a number of this language. */
const REF_DIGITS = 13;

/** What is stored, and looked up, as `id`: a long id by its hash. `#` marks a hash, so no short id can pass for one. */
export function storedId(id: string): string {
  return isShort(id) ? id : `#${sha256(id)}`;
}

/** The id itself where it is stored as a hash, else null. */
export function longId(id: string): string | null {
  return isShort(id) ? null : id;
}

/** For look-ups by kind and key; not unique, so kind and key are compared too. */
export function refOf(kind: string, key: string): number {
  return Number.parseInt(sha256(JSON.stringify([kind, key])).slice(0, REF_DIGITS), 16);
}

function isShort(id: string): boolean {
  return id.length <= SHORT_ID_MAX && !id.startsWith('#');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
