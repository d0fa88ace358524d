import { existsSync } from 'node:fs';
import path from 'node:path';
import { errorCodes, rejectionCodes } from '@faultline/model';
import { describe, expect, test } from 'vitest';
import { code, filesUnder, product, read, root, withoutComments } from './source-files.js';

describe('docs/errors.md', () => {
  const known: readonly string[] = [...errorCodes, ...rejectionCodes];
  const documented = [...read('docs/errors.md').matchAll(/^### `(FL_[A-Z0-9_]+)`$/gm)].map(
    (match) => match[1],
  );

  test('explains every code of core/model', () => {
    expect(known.filter((name) => !documented.includes(name))).toEqual([]);
  });

  test('explains no code that is gone, and none twice', () => {
    expect(
      documented.filter((name, index) => !known.includes(name ?? '') || documented.indexOf(name) !== index),
    ).toEqual([]);
  });

  test('says for each what to do', () => {
    const sections = read('docs/errors.md').split(/^### /m).slice(1);
    expect(
      sections.filter((text) => !text.includes('**Remedy.**')).map((text) => text.split('\n')[0]),
    ).toEqual([]);
  });
});

describe('.env.example', () => {
  const name =
    /\b(FAULTLINE_[A-Z][A-Z0-9_]*|DATABASE_URL|KAFKA_[A-Z0-9_]+|NEO4J_[A-Z0-9_]+|OTEL_[A-Z0-9_]+|LOG_LEVEL|PORT)\b/g;
  // A name counts where it is a key, a quoted word or a property of an environment: `PORT:`, `'PORT'`, `env.PORT`.
  const isRead = (text: string, at: number, word: string): boolean =>
    /['"[.]/.test(text[at - 1] ?? '') ||
    /^\??['"]?:/.test(text.slice(at + word.length, at + word.length + 3));
  const read_ = new Set(
    product
      .filter((file) => !file.startsWith('libs/core/'))
      .flatMap((file) => {
        const text = withoutComments(read(file));
        return [...text.matchAll(name)].filter((m) => isRead(text, m.index, m[0])).map((m) => m[0]);
      }),
  );
  const example = existsSync(path.join(root, '.env.example')) ? read('.env.example') : '';
  const listed = new Set([...example.matchAll(/^#?\s*([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? ''));

  test('names every variable that the product reads', () => {
    expect([...read_].filter((variable) => !listed.has(variable))).toEqual([]);
  });

  test('names none that nobody reads', () => {
    expect([...listed].filter((variable) => !read_.has(variable))).toEqual([]);
  });
});

describe('links in documents', () => {
  const pages = filesUnder('').filter((file) => file.endsWith('.md'));

  test('every relative link leads to a file', () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)[^)]*\)/g)]
        .map((match) => match[1] ?? '')
        .filter((target) => !existsSync(path.join(root, path.dirname(page), decodeURIComponent(target))))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('every ADR that code and documents cite exists', () => {
    const decisions = filesUnder('docs/adr').map((file) => path.basename(file).slice(0, 4));
    const cited = [...code, ...pages, '.dependency-cruiser.cjs'].flatMap((file) =>
      [...read(file).matchAll(/docs\/adr\/(\d{4})/g)].map((match) => ({ file, number: match[1] ?? '' })),
    );
    expect(cited.filter(({ number }) => !decisions.includes(number))).toEqual([]);
  });
});
