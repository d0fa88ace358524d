/** A probability for people. Never rounds to certainty: 0.99973 is `> 99.9%`. */
export function percent(probability: number): string {
  if (!Number.isFinite(probability)) return '?';
  const value = probability * 100;
  if (value > 99.9 && value < 100) return '> 99.9%';
  if (value < 0.1 && value > 0) return '< 0.1%';
  const digits = value >= 95 || value < 10 ? 1 : 0;
  return `${value.toFixed(digits).replace(/\.0$/u, '')}%`;
}

/** `96% to 99.9%`; null where both ends read the same, since then the interval adds nothing to the probability. */
export function intervalWords([low, high]: readonly [number, number]): string | null {
  return percent(low) === percent(high) ? null : `${percent(low)} to ${percent(high)}`;
}

/** `97% (91% to 99%)` */
export function percentWithInterval(probability: number, interval: readonly [number, number]): string {
  const words = intervalWords(interval);
  return words === null ? percent(probability) : `${percent(probability)} (${words})`;
}

/** p-values, e-values, likelihood ratios and constants: three significant digits, exponent where it helps. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (Number.isInteger(value) && size < 1e9) return String(value);
  if (size >= 1e6 || size < 1e-3) return value.toExponential(1).replace('e+', 'e');
  return String(Number(value.toPrecision(3)));
}

/** A p-value. One too small for a double is not zero. */
export function pValue(p: number | null): string {
  if (p === null) return '-';
  return p === 0 ? '< 1e-300' : figure(p);
}

/** `170,530`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

export function costWords(cost: number | null): string {
  return cost === null ? 'cannot be removed' : figure(cost);
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A count inside a sentence: in words below ten. */
export function countWords(count: number): string {
  return small[count] ?? grouped(count);
}

/** `1 path`, `3 paths`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${grouped(count)} ${count === 1 ? singular : plural}`;
}
