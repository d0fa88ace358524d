import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { configSchema } from './config.js';
import { testApi } from './testing/test-api.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('committed documents', () => {
  it('docs/openapi.json is what the server serves', async () => {
    const api = await testApi();
    const document = (await api.app.inject('/api/v1/openapi.json')).json<unknown>();
    await api.close();
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(`${root}docs/openapi.json`);
  });

  it('.env.example names exactly what the configuration reads, with the defaults', async () => {
    const text = await readFile(`${root}.env.example`, 'utf8');
    const given = [...text.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(
      ([, name, value]) => [name, value] as const,
    );
    expect(new Set(given.map(([name]) => name))).toEqual(new Set(Object.keys(configSchema.shape)));
    const filled = Object.fromEntries(given.filter(([, value]) => value !== ''));
    expect(configSchema.parse(filled)).toEqual(configSchema.parse({}));
  });
});

describe('the OpenAPI document', () => {
  it('is complete: every reference leads somewhere, every operation has an answer and a name of its own', async () => {
    const api = await testApi();
    const text = (await api.app.inject('/api/v1/openapi.json')).body;
    const document = JSON.parse(text) as OpenApi;
    await api.close();
    expect(document.openapi).toMatch(/^3\./);
    for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(document.components.schemas).toHaveProperty([name]);
    expect(text.match(/"\$ref":"(?!#\/components\/schemas\/)/)).toBeNull();
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { summary, responses } of operations) {
      expect(summary).toBeTruthy();
      expect(Object.keys(responses)).toContain('200');
    }
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/records',
        '/api/v1/incidents/{id}',
        '/api/v1/events/stream',
        '/health/ready',
      ]),
    );
  });
});

interface OpenApi {
  readonly openapi: string;
  readonly components: { readonly schemas: object };
  readonly paths: Record<
    string,
    Record<string, { readonly operationId: string; readonly summary?: string; readonly responses: object }>
  >;
}
