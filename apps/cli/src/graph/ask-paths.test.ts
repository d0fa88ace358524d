import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAnalysis } from './ask-paths.js';
import { questionOf } from './graph-question.js';
import { answerText } from './graph-text.js';

const never = new AbortController().signal;
let folder = '';
let links = '';

const link = (from: string, to: string, atUs: number) => {
  const end = (name: string) => ({ kind: name.split('/')[0], key: name.split('/')[1] });
  return JSON.stringify({ schema: 'faultline.link/1', from: end(from), to: end(to), atUs, kind: 'wrote' });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faultline-graph-'));
  links = join(folder, 'links.jsonl');
  const text = [
    link('build/b', 'service/a', 1_000_000),
    link('build/b', 'service/z', 2_000_000),
    link('service/a', 'row/r\u001b[31m', 3_000_000),
  ];
  await writeFile(links, `${text.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

async function told(words: readonly string[], options = {}): Promise<string> {
  const question = questionOf(words, { asOf: null, knownAt: null, limit: null, ...options });
  return answerText(question.kind, await askAnalysis(question, [links], never));
}

describe('faultline graph --in', () => {
  it('tells ways with their links and times', async () => {
    expect(await told(['paths', 'build:b', 'row:r\u001b[31m']))
      .toBe(`Ways from build b to row r⟨U+001B⟩[31m, times in UTC:

Way 1, 2 links
  build b
    ↓ wrote, observed, 1970-01-01 00:00:01
  service a
    ↓ wrote, observed, 1970-01-01 00:00:03
  row r⟨U+001B⟩[31m
`);
    expect(await told(['paths', 'service:z', 'service:a'])).toBe(
      'Time allows no way from service z to service a.\n',
    );
  });

  it('tells causes and effects', async () => {
    expect(await told(['upstream', 'service:a'])).toContain(
      '1 link   build b, at the latest 1970-01-01 00:00:01',
    );
    expect(await told(['downstream', 'build:b'], { asOf: '1' })).toBe(
      'What build b could have influenced: nothing that is known.\n',
    );
    expect(await told(['blast-radius', 'build:b'])).toBe(`build b could have influenced 3 entities.

Still there: look at these first
  2 services
     1 link   z
     1 link   a
  1 row
     2 links  r⟨U+001B⟩[31m
`);
    expect(await told(['blast-radius', 'build:b'], { limit: 1 })).toContain('… and 1 more');
    expect(await told(['common-causes', 'service:a', 'service:z'])).toContain('  1 + 1 links  build b');
    expect(await told(['common-causes', 'build:b', 'service:z'])).toContain('  0 + 1 links  build b');
  });

  it.each([
    [['upstream', 'service:b'], {}, 'FL_NOT_FOUND', 'similar: build:b'],
    [['upstream', 'service:a'], { knownAt: '1' }, 'FL_USAGE', '--known-at needs a server'],
    [['upstream', 'service:a'], { asOf: 'then' }, 'FL_USAGE', '--as-of'],
  ])('refuses %j %j', async (words, options, code, says) => {
    const failure = told(words, options);
    await expect(failure).rejects.toMatchObject({ code });
    await expect(failure).rejects.toThrow(says);
  });

  it('says when nothing could be read', async () => {
    const question = questionOf(['upstream', 'a:1'], { asOf: null, knownAt: null, limit: null });
    await expect(askAnalysis(question, [join(folder, 'none')], never)).rejects.toMatchObject({
      code: 'FL_NOTHING_READ',
    });
  });
});
