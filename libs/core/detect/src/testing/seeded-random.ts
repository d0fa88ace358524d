export interface SeededRandom {
  /** Uniform in [0, 1). */
  next(): number;
  /** Whole number in [from, to]. */
  int(from: number, to: number): number;
  exponential(mean: number): number;
  poisson(mean: number): number;
  /** Gamma of whole shape k with mean 1. */
  gamma(k: number): number;
  hex(length: number): string;
}

/** The same numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): SeededRandom {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const exponential = (mean: number): number => -mean * Math.log1p(-next());
  return {
    next,
    int,
    exponential,
    poisson(mean) {
      let count = 0;
      for (let at = exponential(1); at < mean; at += exponential(1)) count += 1;
      return count;
    },
    gamma: (k) => Array.from({ length: k }, () => exponential(1)).reduce((a, b) => a + b, 0) / k,
    hex: (length) => Array.from({ length }, () => int(0, 15).toString(16)).join(''),
  };
}
