// @ts-check
// Seeded randomness. Every part of the story draws from its own named stream, so adding a draw to one part
// leaves the bytes of all other parts alone.
import { createHash } from 'node:crypto';

/** @param {number} seed @param {string} name */
export function stream(seed, name) {
  const digest = createHash('sha256').update(`${seed}/${name}`).digest();
  return new Random([0, 4, 8, 12].map((offset) => digest.readUInt32LE(offset)));
}

/** sfc32: small, fast, and the same on every platform. */
export class Random {
  /** @param {number[]} state */
  constructor(state) {
    this.state = Uint32Array.from(state);
    for (let i = 0; i < 12; i++) this.word();
  }

  word() {
    const s = this.state;
    const [a = 0, b = 0, c = 0, d = 0] = s;
    const t = (a + b + d) >>> 0;
    s[3] = d + 1;
    s[0] = b ^ (b >>> 9);
    s[1] = c + (c << 3);
    s[2] = ((c << 21) | (c >>> 11)) + t;
    return t;
  }

  /** Uniform in [0, 1). */
  unit() {
    return this.word() / 4294967296;
  }

  /** Uniform real in [low, high). @param {number} low @param {number} high */
  between(low, high) {
    return low + this.unit() * (high - low);
  }

  /** Uniform integer, both ends included. @param {number} low @param {number} high */
  int(low, high) {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  /** @param {number} p */
  chance(p) {
    return this.unit() < p;
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    return nth(list, this.int(0, list.length - 1));
  }

  /** @template T @param {readonly (readonly [T, number])[]} choices @returns {T} */
  weighted(choices) {
    let left = this.unit() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) if ((left -= weight) < 0) return value;
    return nth(choices, choices.length - 1)[0];
  }

  /** @template T @param {readonly T[]} list @returns {T[]} */
  shuffled(list) {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      const last = nth(out, i);
      out[i] = nth(out, j);
      out[j] = last;
    }
    return out;
  }

  /** Exponential waiting time. @param {number} mean */
  wait(mean) {
    return -mean * Math.log(1 - this.unit());
  }

  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  /** Over-dispersed count (Poisson with a log-normal rate): real traffic is burstier than Poisson. @param {number} mean @param {number} [spread] */
  count(mean, spread = 0.35) {
    const rate = mean * Math.exp(spread * this.normal() - (spread * spread) / 2);
    if (rate > 60) return Math.max(0, Math.round(rate + Math.sqrt(rate) * this.normal()));
    let n = 0;
    for (let left = this.wait(1); left < rate; left += this.wait(1)) n++;
    return n;
  }

  /** @param {number} length */
  bytes(length) {
    return Buffer.from(Array.from({ length }, () => this.word() >>> 24));
  }

  /** @param {number} length number of hex digits */
  hex(length) {
    return this.bytes(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length);
  }

  uuid() {
    const b = this.bytes(16);
    b[6] = (b.readUInt8(6) & 0x0f) | 0x40;
    b[8] = (b.readUInt8(8) & 0x3f) | 0x80;
    return hyphenated(b);
  }
}

/** @param {Buffer} b */
export function hyphenated(b) {
  return b.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** @template T @param {readonly T[]} list @param {number} index @returns {T} */
function nth(list, index) {
  for (const value of list.slice(index, index + 1)) return value;
  throw new RangeError(`There is no item ${index} of ${list.length}.`);
}
