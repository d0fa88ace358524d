import type { SeededRandom } from './seeded-random.js';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Writes the id of the n-th token of a client, issued at a time. */
export type JtiClass = (n: number, atUs: number, random: SeededRandom) => string;

function digits(value: bigint, alphabet: string, length: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < length; i++) {
    text = (alphabet[Number(rest % BigInt(alphabet.length))] ?? '') + text;
    rest /= BigInt(alphabet.length);
  }
  return text;
}

const millis = (atUs: number): bigint => BigInt(Math.floor(atUs / 1000));
const randomBits = (random: SeededRandom, bits: number): bigint =>
  BigInt(`0x${random.hex(Math.ceil(bits / 4))}`) & ((1n << BigInt(bits)) - 1n);

/** Ways in which honest issuers write a `jti`: random, ordered by time (RFC 9562, ULID, Snowflake, KSUID), and counters. */
export const lawfulJtis: Readonly<Record<string, JtiClass>> = {
  uuid4: (_, __, random) =>
    `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`,
  uuid7: (_, atUs, random) => {
    const time = millis(atUs).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${random.hex(3)}-9${random.hex(3)}-${random.hex(12)}`;
  },
  ulid: (_, atUs, random) => digits((millis(atUs) << 80n) | randomBits(random, 80), crockford, 26),
  ksuid: (_, atUs, random) =>
    digits((BigInt(Math.floor(atUs / 1e6) - 1_400_000_000) << 128n) | randomBits(random, 128), base62, 27),
  snowflake: (n, atUs) => String(((millis(atUs) - 1_288_834_974_657n) << 22n) | (BigInt(n % 4) << 12n)),
  base64url: (_, __, random) => digits(randomBits(random, 132), base64url, 22),
  sequence: (n) => String(48_000_000 + n),
  'prefixed sequence': (n) => `tok-${String(70_000 + n)}`,
};
