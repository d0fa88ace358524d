// @ts-check
// Ids that an honest issuer gives to its tokens. Several of them ascend with time: that is lawful.
import { hyphenated } from './random.mjs';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Returns a function that must be called in order of issue.
 * @param {string} style @param {import('./random.mjs').Random} random
 * @returns {(at: number, clientId: string) => string}
 */
export function lawfulIds(style, random) {
  /** @type {Map<string, { prefix: string, next: number }>} */
  const sequences = new Map();
  let withinMs = 0;
  let lastMs = 0;
  switch (style) {
    case 'uuid7':
      return (at) => hyphenated(uuid7(at, random));
    case 'ulid':
      return (at) => base32(BigInt(Math.floor(at)), 10) + base32(BigInt(`0x${random.hex(20)}`), 16);
    case 'snowflake': {
      const nodes = [random.int(1, 400), random.int(401, 900)];
      return (at) => {
        const ms = Math.floor(at);
        withinMs = ms === lastMs ? withinMs + 1 : 0;
        lastMs = ms;
        return String(
          ((BigInt(ms) - 1288834974657n) << 22n) | (BigInt(random.pick(nodes)) << 12n) | BigInt(withinMs),
        );
      };
    }
    case 'client-sequence':
      return (_at, clientId) => {
        const known = sequences.get(clientId) ?? {
          prefix: random.hex(4),
          next: random.int(40_000, 3_000_000),
        };
        sequences.set(clientId, known);
        return `${known.prefix}.${known.next++}`;
      };
    case 'base64url':
      return () => random.bytes(16).toString('base64url');
    default:
      return () => random.uuid();
  }
}

/** @param {number} at @param {import('./random.mjs').Random} random */
function uuid7(at, random) {
  const b = random.bytes(16);
  b.writeUIntBE(Math.floor(at), 0, 6);
  b[6] = (b[6] & 0x0f) | 0x70;
  b[8] = (b[8] & 0x3f) | 0x80;
  return b;
}

/** @param {bigint} value @param {number} digits */
function base32(value, digits) {
  let text = '';
  for (let i = 0; i < digits; i++) {
    text = CROCKFORD[Number(value & 31n)] + text;
    value >>= 5n;
  }
  return text;
}
