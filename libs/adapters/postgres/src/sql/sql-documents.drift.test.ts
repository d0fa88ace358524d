import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { caseStoreSql } from './case-store.sql.js';
import { eventLogSql } from './event-log.sql.js';
import { graphStoreSql } from './graph-store.sql.js';
import { rawStoreSql } from './raw-store.sql.js';
import { rejectedStoreSql } from './rejected-store.sql.js';

const folder = fileURLToPath(new URL('../../../../../docs/sql/', import.meta.url));
const documents = {
  'case-store': caseStoreSql,
  'event-log': eventLogSql,
  'graph-store': graphStoreSql,
  'raw-store': rawStoreSql,
  'rejected-store': rejectedStoreSql,
};

function written(name: string, texts: Readonly<Record<string, string>>): string {
  const head = `-- Every query of the PostgreSQL ${name.replace('-', ' ')}. Generated: npm run generate\n`;
  return `${head}${Object.entries(texts)
    .map(([title, text]) => `\n-- ${title}\n${text.trim()};\n`)
    .join('')}`;
}

describe('docs/sql', () => {
  it.each(Object.entries(documents))('shows every query of the %s as it runs', async (name, texts) => {
    await expect(written(name, texts)).toMatchFileSnapshot(`${folder}${name}.sql`);
  });

  it.each(Object.entries(documents))('has only parameters in the queries of the %s', (_, texts) => {
    for (const text of Object.values<string>(texts)) expect(text).not.toContain('${');
  });
});
