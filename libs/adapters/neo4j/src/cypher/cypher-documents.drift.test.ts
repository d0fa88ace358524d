import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { everyStatement } from './every-statement.js';
import type { CypherStatement } from './statement.js';

const folder = fileURLToPath(new URL('../../../../../docs/cypher/', import.meta.url));
const documents = Object.entries(everyStatement());

/** A statement that exists for each label or type stands in the document once, with the names that take the place of `NAME`. */
function written(document: string, statements: (typeof documents)[number][1]): string {
  const forms = new Map<string, string[]>();
  for (const [title, { text, plan }] of statements) {
    const [head = '', name = ''] = title.split(' ');
    const edge = edgeOf(text, name);
    const found = plan.length === 0 ? '' : `// Plan: ${plan.join(', ')}\n`;
    const form = `// ${head}\n${edge}${found}${generalised(text, name)};\n`;
    forms.set(form, [...(forms.get(form) ?? []), name]);
  }
  const head = `// Every query of the Neo4j ${document.replace('-', ' ')}. Generated: npm run generate\n`;
  const each = [...forms].map(([form, names]) => {
    const used = names.filter((name) => name !== '').length;
    return `\n${used > 0 ? `// NAME: each of the ${used} ${form.includes('(e:Entity:NAME)') ? 'second labels' : 'types of links'} in docs/graph-schema.md\n` : ''}${form}`;
  });
  return head + each.join('');
}

function generalised(text: string, name: string): string {
  return name === '' ? text : text.replaceAll(new RegExp(`:${name}\\b`, 'g'), ':NAME');
}

/** The patterns of the statement: nodes and edges, in the order in which they come. */
function edgeOf(text: string, name: string): string {
  const patterns = generalised(text, name).match(/\([\w:{} ,.$]*\)<?-\[[^\]]*\]->?\([\w:{} ,.$]*\)/g) ?? [];
  return patterns
    .map((pattern) => `// ${pattern.length > 120 ? pattern.replace(/\[(\w+):[^\]]*\]/, '[$1]') : pattern}\n`)
    .join('');
}

describe('docs/cypher', () => {
  it.each(documents)('shows every query of %s as it runs', async (name, statements) => {
    await expect(written(name, statements)).toMatchFileSnapshot(`${folder}${name}.cypher`);
  });

  it.each(documents)('has only parameters in the queries of %s', (_, statements) => {
    const texts = statements.map(([, { text }]: readonly [string, CypherStatement]) => text);
    for (const text of texts) expect(text).not.toMatch(/\$\{|'|"/);
  });
});
