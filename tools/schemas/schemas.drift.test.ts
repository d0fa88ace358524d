import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from './generate.js';

// `npm run generate` writes the files.
describe.each(jsonSchemas())('docs/schemas/$name.schema.json', ({ name, document }) => {
  test('equals what core/model says', async () => {
    const text = `${JSON.stringify(document, null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../../docs/schemas/${name}.schema.json`);
  });

  test('is a JSON Schema that other programs can use', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(document);
    expect(validate({})).toBe(false);
  });
});
