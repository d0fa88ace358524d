import { type MetricRow, metricsTable } from './metrics-table.data.js';

const intro = `# Metrics

What \`GET /metrics\` of every process answers, in the text format of Prometheus, besides the usual metrics of a Node process (\`process_*\`,
\`nodejs_*\`). Every process lists all metrics; those of work that it does not do stay without samples or at 0. A metric has at most 1,000
series; what is beyond counts under the label value \`other\`. This page is generated from
\`libs/platform/src/metrics/metrics-table.data.ts\`.
`;

/** docs/metrics.md. */
export function metricsPage(): string {
  return [intro, ...Object.values(metricsTable).map(section)].join('\n');
}

function section({ name, kind, help, labels, buckets }: MetricRow): string {
  const details = [
    `${kind}${labels.length === 0 ? ', no labels' : `, labels ${labels.map((label) => `\`${label}\``).join(', ')}`}`,
    ...(buckets ? [`buckets up to ${buckets.join(', ')}`] : []),
  ];
  return `## \`${name}\`\n\n_${details.join('; ')}_\n\n${help}\n`;
}
