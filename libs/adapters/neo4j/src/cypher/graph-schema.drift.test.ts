import { fileURLToPath } from 'node:url';
import { entityLabels, type GraphProperty, graphSchema } from '@faultline/graph';
import { expect, it } from 'vitest';

const file = fileURLToPath(new URL('../../../../../docs/graph-schema.md', import.meta.url));

function table(properties: readonly GraphProperty[]): string {
  const rows = properties.map(
    ({ name, type, unit, about }) => `| \`${name}\` | ${type} | ${unit ?? ''} | ${about} |`,
  );
  return ['| Property | Type | Unit | Meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function edges(types: readonly { readonly draws: string }[]): string {
  return ['```', ...types.map(({ draws }) => draws), '```'].join('\n');
}

function written(): string {
  const { nodes, relationships, indexes } = graphSchema;
  const links = relationships.filter(({ properties }) => properties.some(({ name }) => name === 'firstUs'));
  const findings = relationships.filter((type) => !links.includes(type));
  const indexRows = indexes.map(
    ({ name, on, properties, unique }) =>
      `| \`${name}\` | \`${'label' in on ? `(:${on.label})` : `[:${on.type}]`}\` | \`${properties.join(', ')}\` | ${unique ? 'yes' : ''} |`,
  );
  return [
    '<!-- Generated from libs/core/graph/src/graph-schema.data.ts: npm run generate -->',
    '# The graph as a property graph',
    'What the graph store writes into Neo4j. Only rows whose known time has come are part of the graph: `knownFromUs <= t` and `knownToUs` absent or later than `t`, where `t` is `knownAtUs` of `(:GraphState)` or an earlier time.',
    ...nodes.flatMap(({ label, about, properties }) => [`## (:${label})`, about, table(properties)]),
    '## Second labels of an entity',
    entityLabels.map((label) => `\`${label}\``).join(', '),
    '## Links',
    'All have the same properties. A link whose kind is none of ours is a `LINK`.',
    edges(links),
    table(links[0]?.properties ?? []),
    '## Findings',
    ...findings.flatMap(({ type, draws, properties }) => [
      `### ${type}`,
      `\`${draws}\``,
      ...(properties.length > 0 ? [table(properties)] : []),
    ]),
    '## Indexes',
    ['| Name | On | Properties | Unique |', '| --- | --- | --- | --- |', ...indexRows].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

it('docs/graph-schema.md says what the schema says', async () => {
  await expect(written()).toMatchFileSnapshot(file);
});
