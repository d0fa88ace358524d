/** Series of one metric: each costs about 1 kB here and more at Prometheus. Far above what sources, codes, routes and partitions need. */
const SERIES_MAX = 1_000;
const VALUE_LENGTH_MAX = 120;
const OTHER = 'other';

type Labels = Readonly<Record<string, string>>;

/**
 * Label values by label name. Once a metric has `SERIES_MAX` series, every new one counts as `other`: a label that an attacker gets to
 * write by mistake costs no memory beyond that.
 */
export function boundedLabels(
  names: readonly string[],
  seriesMax = SERIES_MAX,
): (values: readonly (string | number)[]) => Labels {
  const seen = new Set<string>();
  return (values) => {
    const kept = names.map((_, at) => String(values[at] ?? OTHER).slice(0, VALUE_LENGTH_MAX));
    const series = JSON.stringify(kept);
    if (!seen.has(series) && seen.size >= seriesMax) return labelsOf(names, () => OTHER);
    seen.add(series);
    return labelsOf(names, (at) => kept[at] ?? OTHER);
  };
}

function labelsOf(names: readonly string[], valueAt: (at: number) => string): Labels {
  return Object.fromEntries(names.map((name, at) => [name, valueAt(at)]));
}
